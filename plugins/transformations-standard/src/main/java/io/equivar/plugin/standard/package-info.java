/** The standard image transformations: crop, flip, colour and blur. */
@NullMarked
package io.equivar.plugin.standard;

import org.jspecify.annotations.NullMarked;
