package io.equivar.api.learning;

import io.equivar.api.Spi;
import io.equivar.api.graph.ImageShape;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Two views of a batch of images. Rows {@code 2i} and {@code 2i + 1} are <em>partners</em>: two
 * different images that were given the same transformation, {@code t} in the first view and {@code
 * t'} in the second, as far as the pipeline's steps are {@linkplain
 * io.equivar.api.transformation.Sharing#PAIR shared}.
 */
@Spi(Spi.Role.CORE)
public interface Views {

  /** Returns {@code t(x)}, {@code float32 [batchSize, height, width, 3]}. */
  Operand<TFloat32> first();

  /** Returns {@code t'(x)}, {@code float32 [batchSize, height, width, 3]}. */
  Operand<TFloat32> second();

  /** Returns the number of images in a batch; even. */
  int batchSize();

  /** Returns the size of the views. */
  ImageShape imageShape();

  /** Returns the steps of the pipeline, in their order, with what was drawn for this batch. */
  List<ViewStep> steps();

  /**
   * Returns rows {@code 0, 2, 4...}: the first image of every pair.
   *
   * @param rows {@code [batchSize, width]}
   * @return {@code [batchSize / 2, width]}
   */
  Operand<TFloat32> leaders(Operand<TFloat32> rows);

  /**
   * Returns rows {@code 1, 3, 5...}: the partner of every {@linkplain #leaders leader}.
   *
   * @param rows {@code [batchSize, width]}
   * @return {@code [batchSize / 2, width]}
   */
  Operand<TFloat32> followers(Operand<TFloat32> rows);

  /**
   * Returns every row's partner: rows {@code 1, 0, 3, 2, 5, 4...}.
   *
   * @param rows {@code [batchSize, width]}
   * @return {@code [batchSize, width]}
   */
  Operand<TFloat32> swapPartners(Operand<TFloat32> rows);
}
