/** Folders of image files as data sets. */
@NullMarked
package io.equivar.core.data.folder;

import org.jspecify.annotations.NullMarked;
