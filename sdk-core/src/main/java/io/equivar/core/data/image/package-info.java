/**
 * Decoding of image files, made for files that nobody has looked at: the type is told by the
 * content, sizes are checked before memory is taken, and whatever a decoder throws becomes the
 * reason for leaving the file out.
 */
@NullMarked
package io.equivar.core.data.image;

import org.jspecify.annotations.NullMarked;
