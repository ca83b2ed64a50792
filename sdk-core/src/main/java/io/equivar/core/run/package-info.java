/** A run from its configuration to its folder: opening data, training, evaluating, recording. */
@NullMarked
package io.equivar.core.run;

import org.jspecify.annotations.NullMarked;
