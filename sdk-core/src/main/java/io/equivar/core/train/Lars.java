package io.equivar.core.train;

import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Layer-wise adaptive rate scaling (You et al. 2017, algorithm 1, as large-batch self-supervised
 * methods use it): {@code g <- g + wd w; g <- g eta |w| / |g|; v <- mu v + g; w <- w - lr v}. The
 * ratio is 1 where a norm is zero. Variables that are spared by weight decay are spared by the
 * scaling too: for them it is plain momentum.
 *
 * @param momentum {@code mu}, in [0, 1)
 * @param trust {@code eta}, greater than 0
 * @param decay {@code wd}, and what decay and scaling apply to
 */
public record Lars(double momentum, double trust, WeightDecay decay) implements Optimizer {

  @Override
  public List<Op> apply(
      ModelGraph graph,
      Map<GraphVariable, Operand<TFloat32>> gradients,
      Operand<TFloat32> learningRate) {
    List<Op> updates = new ArrayList<>();
    gradients.forEach(
        (weight, gradient) ->
            updates.add(
                Sgd.descend(
                    graph, weight, scaled(graph.tf(), weight, gradient), learningRate, momentum)));
    return updates;
  }

  private Operand<TFloat32> scaled(Ops tf, GraphVariable weight, Operand<TFloat32> gradient) {
    if (!decay.includes(weight)) {
      return gradient;
    }
    Operand<TFloat32> decayed = decay.added(tf, weight, gradient);
    Operand<TFloat32> weightNorm = norm(tf, weight.value(), weight);
    Operand<TFloat32> gradientNorm = norm(tf, decayed, weight);
    Operand<TFloat32> ratio =
        tf.math.mul(tf.constant((float) trust), tf.math.divNoNan(weightNorm, gradientNorm));
    Operand<TFloat32> defined = tf.math.mul(weightNorm, gradientNorm);
    Operand<TFloat32> factor =
        tf.select(tf.math.greater(defined, tf.constant(0f)), ratio, tf.constant(1f));
    return tf.math.mul(decayed, factor);
  }

  private static Operand<TFloat32> norm(Ops tf, Operand<TFloat32> values, GraphVariable weight) {
    int[] axes = IntStream.range(0, weight.shape().numDimensions()).toArray();
    return tf.math.sqrt(tf.reduceSum(tf.math.square(values), tf.constant(axes)));
  }
}
