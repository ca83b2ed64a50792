/** BYOL (Grill et al. 2020) as a base method. */
@NullMarked
package io.equivar.plugin.byol;

import org.jspecify.annotations.NullMarked;
