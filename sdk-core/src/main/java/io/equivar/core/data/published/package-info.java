/** Data sets of image files in the layout in which their authors publish them, unpacked. */
@NullMarked
package io.equivar.core.data.published;

import org.jspecify.annotations.NullMarked;
