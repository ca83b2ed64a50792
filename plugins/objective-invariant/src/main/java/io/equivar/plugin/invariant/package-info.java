/** The objective that asks two views of an image to have the same representation. */
@NullMarked
package io.equivar.plugin.invariant;

import org.jspecify.annotations.NullMarked;
