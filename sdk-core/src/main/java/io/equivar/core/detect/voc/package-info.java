/** Images with boxes in the layout of PASCAL VOC. */
@NullMarked
package io.equivar.core.detect.voc;

import org.jspecify.annotations.NullMarked;
