package io.equivar.api.transformation;

import io.equivar.api.Spi;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A random change of images. Implementations are immutable.
 *
 * <p>Calls: {@link #parameters} and {@link #outputShape} at any time, always with the same answer;
 * {@link #sample} and {@link #identity} from several threads at once, for as many rows as there are
 * images; {@link #apply} once per view and graph.
 */
@Spi(Spi.Role.PLUGIN)
public interface Transformation {

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

  /**
   * Sets the parameters under which {@link #apply} changes nothing, if there are such; used for the
   * images that a step's probability passes over. Without them the core computes both and selects.
   *
   * @param row the values to set
   * @return whether such parameters exist and were set; by default false
   */
  default boolean identity(Row row) {
    return false;
  }

  /**
   * Adds to the graph what the transformation does to a batch. Image {@code b} is changed by row
   * {@code b} of the parameters and by nothing else: no randomness, no state, no influence of one
   * image on another.
   *
   * @param g where to add operations; no variables are made
   * @param images {@code float32 [batch, height, width, 3]}; nominally in [0, 1], unless an earlier
   *     step normalised them
   * @param parameters the rows, one per image
   * @return {@code float32 [batch, height', width', 3]}, of the {@link #outputShape}
   */
  Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters);
}
