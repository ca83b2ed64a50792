/** A small detector of one stage, and its training. */
@NullMarked
package io.equivar.core.detect.model;

import org.jspecify.annotations.NullMarked;
