package io.equivar.api.transformation;

import io.equivar.api.Spi;

/**
 * A random change of one image, written as plain Java on its pixels: for those who bring an image
 * library. It runs on the host, on the threads that assemble batches.
 *
 * <p>It is sampled, shared, configured and replayed like a {@link Transformation}, and stands
 * between such steps in any order, but it costs more: both views of every image are made on the
 * host up to the last step of this kind, and are fed as views, twice the bytes. Colours are rounded
 * to 256 levels where such a step begins. Where TensorFlow operations can do it, they are faster.
 *
 * <p>Calls beyond those of {@link SampledTransformation}: {@link #apply} from several threads at
 * once, for every view of every image.
 */
@Spi(Spi.Role.PLUGIN)
public non-sealed interface PixelTransformation extends SampledTransformation {

  /**
   * Changes an image. The result MUST depend on the image and the row alone: no randomness, no
   * state, no time; the same arguments give the same pixels on any thread.
   *
   * @param image the pixels; not to be changed
   * @param row the parameters, as {@link #sample} drew them
   * @return the changed image, of the {@link #outputShape}; may be {@code image} itself
   */
  PixelImage apply(PixelImage image, DrawnRow row);
}
