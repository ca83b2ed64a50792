/** Files that other programs read and write: weights, features and models. */
@NullMarked
package io.equivar.core.exchange;

import org.jspecify.annotations.NullMarked;
