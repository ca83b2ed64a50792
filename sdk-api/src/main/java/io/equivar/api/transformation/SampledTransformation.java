package io.equivar.api.transformation;

import io.equivar.api.Spi;
import io.equivar.api.graph.ImageShape;
import java.util.random.RandomGenerator;

/**
 * What both kinds of transformation have in common: parameters that are drawn on the host, in plain
 * Java, without an image in reach. A {@link Transformation} applies them on the device, to a whole
 * batch; a {@link PixelTransformation} on the host, to one image. Implementations are immutable.
 *
 * <p>Calls: {@link #parameters} and {@link #outputShape} at any time, always with the same answer;
 * {@link #sample} from several threads at once.
 */
@Spi(Spi.Role.PLUGIN)
public sealed interface SampledTransformation permits Transformation, PixelTransformation {

  /** Returns the parameters that a row holds; {@link ParameterSpec#none()} if nothing is random. */
  ParameterSpec parameters();

  /** Returns the size of the images that leave the transformation; by default the same. */
  default ImageShape outputShape(ImageShape input) {
    return input;
  }

  /**
   * Draws the parameters of one application. Every column MUST be set, to a value in its range,
   * from {@code random} and the configuration alone: the same state of {@code random} gives the
   * same row. Lengths are relative to the image, so that a row means the same at any size.
   *
   * @param random the only source of randomness
   * @param row the values to set
   */
  void sample(RandomGenerator random, Row row);
}
