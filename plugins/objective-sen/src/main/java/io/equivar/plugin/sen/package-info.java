/** SEN (Park et al. 2022) as an objective. */
@NullMarked
package io.equivar.plugin.sen;

import org.jspecify.annotations.NullMarked;
