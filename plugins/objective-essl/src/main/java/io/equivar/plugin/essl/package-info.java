/** E-SSL (Dangovski et al. 2022) as an objective. */
@NullMarked
package io.equivar.plugin.essl;

import org.jspecify.annotations.NullMarked;
