/** SIE (Garrido et al. 2023) as an objective. */
@NullMarked
package io.equivar.plugin.sie;

import org.jspecify.annotations.NullMarked;
