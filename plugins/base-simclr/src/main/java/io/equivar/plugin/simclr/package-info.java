/** SimCLR (Chen et al. 2020) as a base method. */
@NullMarked
package io.equivar.plugin.simclr;

import org.jspecify.annotations.NullMarked;
