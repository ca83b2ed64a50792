package io.equivar.example.objective;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.Views;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * STL with translations for matrices: a transformation moves a representation by a vector.
 *
 * <p>Partners {@code x} and {@code x'} are given the same transformations {@code t} and {@code t'}.
 * With the encoder {@code f} and a transformation encoder {@code f_T} that is as wide as {@code f}:
 *
 * <pre>{@code
 * y1  = f(t(x))             y2  = f(t'(x))
 * T12 = f_T([y1; y2])       T21 = f_T([y2; y1])
 * y1^ = y2 + T21 of x'      y2^ = y1 + T12 of x'
 *
 * L = L_B(y1, y2) + w L_B([y1; y2], [y1^; y2^])
 * }</pre>
 */
record Displacement(DisplacementConfig config) implements Objective {

  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    Layer transformations =
        g.perceptron(
            "transformation-encoder", 2 * encoder.width(), config.hidden(), encoder.width());
    Sides now = Sides.of(g.tf(), encoder, transformations, views);
    Loss invariance =
        base.dissimilarity(
            g.scope("invariance"),
            Pair.of(
                Side.of(now.first()),
                Side.of(now.second()),
                () -> Side.of(encoder.averaged().apply(views.first())),
                () -> Side.of(encoder.averaged().apply(views.second()))));
    Loss equivariance =
        base.dissimilarity(
            g.scope("equivariance"),
            Pair.of(
                now.representations(),
                now.predictions(),
                () -> averaged(g.tf(), encoder, transformations, views).representations(),
                () -> averaged(g.tf(), encoder, transformations, views).predictions()));
    return Loss.sum(
        g.tf(),
        List.of(
            new Loss.Term("invariance", 1, invariance.value()),
            new Loss.Term("equivariance", config.equivariance(), equivariance.value())));
  }

  /** Called only by base methods that compare with moving averages, such as BYOL. */
  private static Sides averaged(Ops tf, Encoder encoder, Layer transformations, Views views) {
    return Sides.of(tf, encoder.averaged(), transformations.averaged(), views);
  }

  /** What the networks make of both views: {@code y1, y2, y1^, y2^}, each {@code [batch, d]}. */
  private record Sides(
      Operand<TFloat32> first,
      Operand<TFloat32> second,
      Operand<TFloat32> firstPrediction,
      Operand<TFloat32> secondPrediction) {

    static Sides of(Ops tf, Encoder encoder, Layer transformations, Views views) {
      Operand<TFloat32> y1 = encoder.apply(views.first());
      Operand<TFloat32> y2 = encoder.apply(views.second());
      Operand<TFloat32> forth = transformations.apply(tf.concat(List.of(y1, y2), tf.constant(1)));
      Operand<TFloat32> back = transformations.apply(tf.concat(List.of(y2, y1), tf.constant(1)));
      return new Sides(
          y1,
          y2,
          tf.math.add(y2, views.swapPartners(back)),
          tf.math.add(y1, views.swapPartners(forth)));
    }

    Side representations() {
      return Side.of(first, second);
    }

    Side predictions() {
      return Side.of(firstPrediction, secondPrediction);
    }
  }
}
