package io.equivar.api.transformation;

import io.equivar.api.Spi;
import io.equivar.api.graph.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A random change of images, made of TensorFlow operations on a whole batch: it runs in the
 * training graph, on the GPU where there is one. Implementations are immutable.
 *
 * <p>Calls beyond those of {@link SampledTransformation}: {@link #identity} from several threads at
 * once; {@link #apply} once per view and graph.
 */
@Spi(Spi.Role.PLUGIN)
public non-sealed interface Transformation extends SampledTransformation {

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
