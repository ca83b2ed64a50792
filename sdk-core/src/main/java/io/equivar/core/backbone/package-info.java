/** The networks that can be trained as encoders. */
@NullMarked
package io.equivar.core.backbone;

import org.jspecify.annotations.NullMarked;
