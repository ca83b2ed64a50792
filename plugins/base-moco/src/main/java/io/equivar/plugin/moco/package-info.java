/** MoCo v2 (He et al. 2020; Chen et al. 2020) as a base method. */
@NullMarked
package io.equivar.plugin.moco;

import org.jspecify.annotations.NullMarked;
