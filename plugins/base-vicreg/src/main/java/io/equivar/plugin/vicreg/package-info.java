/** VICReg (Bardes et al. 2022) as a base method. */
@NullMarked
package io.equivar.plugin.vicreg;

import org.jspecify.annotations.NullMarked;
