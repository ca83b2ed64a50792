package io.equivar.core.graph;

import io.equivar.api.graph.Layer;
import io.equivar.api.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** Batch normalisation whose running statistics move with every application. */
record BatchNormalizationLayer(
    Ops tf,
    Variable weight,
    Variable bias,
    Variable runningMean,
    Variable runningVariance,
    boolean training)
    implements Layer {

  private static final float EPSILON = 1e-5f;
  private static final float MOMENTUM = 0.1f;

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> input) {
    Shape shape = input.shape();
    if (shape.numDimensions() == 4) {
      return normalize(input);
    }
    if (shape.numDimensions() != 2) {
      throw new IllegalArgumentException(
          "batch normalisation takes [rows, channels] or [batch, height, width, channels], got "
              + shape);
    }
    int channels = (int) weight.shape().get(0);
    Operand<TFloat32> images = tf.reshape(input, tf.constant(new int[] {-1, 1, 1, channels}));
    return tf.reshape(normalize(images), tf.constant(new int[] {-1, channels}));
  }

  private Operand<TFloat32> normalize(Operand<TFloat32> images) {
    FusedBatchNorm<TFloat32, TFloat32> norm =
        tf.nn.fusedBatchNorm(
            images,
            weight.value(),
            bias.value(),
            runningMean.latest(),
            runningVariance.latest(),
            FusedBatchNorm.epsilon(EPSILON),
            FusedBatchNorm.exponentialAvgFactor(MOMENTUM),
            FusedBatchNorm.isTraining(training));
    if (training) {
      // With an averaging factor the operation returns moved statistics, not the batch's.
      runningMean.update(norm.batchMean());
      runningVariance.update(norm.batchVariance());
    }
    return norm.y();
  }

  @Override
  public Layer averaged() {
    return new BatchNormalizationLayer(
        tf,
        weight.averaged(),
        bias.averaged(),
        runningMean.averaged(),
        runningVariance.averaged(),
        training);
  }
}
