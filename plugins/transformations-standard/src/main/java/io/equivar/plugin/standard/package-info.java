/**
 * The standard image transformations: geometry, colour and blur, as torchvision does them to images
 * in [0, 1].
 *
 * <p>Every transformation is one file with its arithmetic beside a configuration record; {@link
 * io.equivar.plugin.standard.StandardTransformations} lists them. Images that an earlier step
 * normalised give finite results, but colour operations are meant for images in [0, 1] and limit
 * what they return to it where torchvision does.
 */
@NullMarked
package io.equivar.plugin.standard;

import org.jspecify.annotations.NullMarked;
