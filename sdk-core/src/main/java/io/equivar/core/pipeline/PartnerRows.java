package io.equivar.core.pipeline;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Takes apart a batch whose rows {@code 2i} and {@code 2i + 1} are partners. All operations have
 * gradients.
 *
 * @param tf names and scope of all operations that are added
 * @param batchSize number of rows, even
 */
public record PartnerRows(Ops tf, int batchSize) {

  /**
   * Checks the batch size.
   *
   * @throws io.equivar.api.config.ConfigurationException if it is odd or not positive
   */
  public PartnerRows {
    Pairs.requireEven(batchSize);
  }

  /**
   * Returns rows {@code 0, 2, 4...}.
   *
   * @param rows {@code [batchSize, width]}
   * @return {@code [batchSize / 2, width]}
   */
  public Operand<TFloat32> leaders(Operand<TFloat32> rows) {
    return halves(rows).get(0);
  }

  /**
   * Returns rows {@code 1, 3, 5...}.
   *
   * @param rows {@code [batchSize, width]}
   * @return {@code [batchSize / 2, width]}
   */
  public Operand<TFloat32> followers(Operand<TFloat32> rows) {
    return halves(rows).get(1);
  }

  /**
   * Returns rows {@code 1, 0, 3, 2, 5, 4...}.
   *
   * @param rows {@code [batchSize, width]}
   * @return {@code [batchSize, width]}
   */
  public Operand<TFloat32> swapped(Operand<TFloat32> rows) {
    List<Output<TFloat32>> halves = halves(rows);
    return tf.reshape(
        tf.concat(List.of(halves.get(1), halves.get(0)), tf.constant(1)),
        tf.constant(new long[] {batchSize, rows.shape().get(1)}));
  }

  /** Puts partners side by side and cuts between them. */
  private List<Output<TFloat32>> halves(Operand<TFloat32> rows) {
    long width = rows.shape().get(1);
    Operand<TFloat32> sideBySide =
        tf.reshape(rows, tf.constant(new long[] {batchSize / 2, 2 * width}));
    return tf.split(tf.constant(1), sideBySide, 2L).output();
  }
}
