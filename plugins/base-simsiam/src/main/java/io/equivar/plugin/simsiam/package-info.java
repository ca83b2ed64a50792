/** SimSiam (Chen and He 2021) as a base method. */
@NullMarked
package io.equivar.plugin.simsiam;

import org.jspecify.annotations.NullMarked;
