/** AugSelf (Lee et al. 2021) as an objective. */
@NullMarked
package io.equivar.plugin.augself;

import org.jspecify.annotations.NullMarked;
