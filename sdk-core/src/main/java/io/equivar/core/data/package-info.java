/**
 * Image sets: what training and evaluation read.
 *
 * <p>Official binary files are read as they are; folders of images are decoded once into a cache
 * file and read from there; generated images are drawn when they are read. All of them are {@link
 * io.equivar.core.data.ImageSet}s of 8-bit RGB images of one size.
 */
@NullMarked
package io.equivar.core.data;

import org.jspecify.annotations.NullMarked;
