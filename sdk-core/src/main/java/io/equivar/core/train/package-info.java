/**
 * Training: the one place where gradients become updates, the loop around it, and what a run leaves
 * behind.
 */
@NullMarked
package io.equivar.core.train;

import org.jspecify.annotations.NullMarked;
