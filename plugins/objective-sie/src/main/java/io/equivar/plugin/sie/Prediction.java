package io.equivar.plugin.sie;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.Hypernetwork;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.TransformationLabels;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Predicts each view's representation from the other's and the label of the change.
 *
 * @param tf names and scope of all operations that are added
 * @param hypernetwork {@code phi}
 * @param codes the changes from the second view to the first, then those back, {@code [2 batchSize,
 *     k]}
 */
record Prediction(Ops tf, Hypernetwork hypernetwork, Operand<TFloat32> codes) {

  /**
   * Makes the hypernetwork.
   *
   * @param width of the representations that are predicted
   */
  static Prediction of(
      GraphContext g,
      int width,
      TransformationLabels labels,
      TransformationLabels.Relation relation) {
    Ops tf = g.tf();
    Operand<TFloat32> codes =
        tf.concat(List.of(labels.back(relation), labels.forth(relation)), tf.constant(0));
    return new Prediction(
        tf, Hypernetwork.of(g, width, Math.toIntExact(codes.shape().get(1))), codes);
  }

  /**
   * Predicts the second view alone, for evaluation; makes the hypernetwork of {@link #of}.
   *
   * @param first the representation of the first view, {@code [batchSize, width]}
   * @return {@code phi(l12) first}, {@code [batchSize, width]}
   */
  static Operand<TFloat32> ofSecond(
      GraphContext g,
      Operand<TFloat32> first,
      TransformationLabels labels,
      TransformationLabels.Relation relation) {
    Operand<TFloat32> codes = labels.forth(relation);
    int width = Math.toIntExact(first.shape().get(1));
    return Hypernetwork.of(g, width, Math.toIntExact(codes.shape().get(1))).apply(first, codes);
  }

  /**
   * Returns the predictions of the first and of the second view, each {@code [batchSize, width]}.
   *
   * @param first the representation of the first view, {@code [batchSize, width]}
   * @param second that of the second view
   */
  Side apply(Operand<TFloat32> first, Operand<TFloat32> second) {
    // Both directions in one product: H is read once, and its gradient is one product as well.
    Operand<TFloat32> predicted =
        hypernetwork.apply(tf.concat(List.of(second, first), tf.constant(0)), codes);
    List<Output<TFloat32>> halves = tf.split(tf.constant(0), predicted, 2L).output();
    return Side.of(halves.get(0), halves.get(1));
  }

  /** Returns the same with the moving average of the hypernetwork. */
  Prediction averaged() {
    return new Prediction(tf, hypernetwork.averaged(), codes);
  }
}
