/** Barlow Twins (Zbontar et al. 2021) as a base method. */
@NullMarked
package io.equivar.plugin.barlowtwins;

import org.jspecify.annotations.NullMarked;
