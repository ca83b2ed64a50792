/**
 * How good frozen representations are: features of labelled images and what is measured on them.
 */
@NullMarked
package io.equivar.core.evaluate;

import org.jspecify.annotations.NullMarked;
