package ${package};

import io.equivar.api.graph.GraphContext;
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
 * Two views of an image are alike, and so is what two images lose between their views if both were
 * given the same two transformations. With {@code y1 = f(t(x))}, {@code y2 = f(t'(x))}, and {@code
 * x'} the partner of {@code x}:
 *
 * <pre>{@code
 * L = L_B(y1, y2) + w L_B(y1 - y2 of x, y1 - y2 of x')
 * }</pre>
 */
record ${className}(${className}Config config) implements Objective {

  /** The base method is called once for each term, each time with a scope of its own. */
  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    Representations now = Representations.of(encoder, views);
    Loss invariance =
        base.dissimilarity(
            g.scope("invariance"),
            Pair.of(
                Side.of(now.first()),
                Side.of(now.second()),
                () -> Side.of(encoder.averaged().apply(views.first())),
                () -> Side.of(encoder.averaged().apply(views.second()))));
    Operand<TFloat32> differences = now.differences(g.tf());
    Loss difference =
        base.dissimilarity(
            g.scope("difference"),
            Pair.of(
                Side.of(views.leaders(differences)),
                Side.of(views.followers(differences)),
                () -> Side.of(views.leaders(averaged(g.tf(), encoder, views))),
                () -> Side.of(views.followers(averaged(g.tf(), encoder, views)))));
    return Loss.sum(
        g.tf(),
        List.of(
            new Loss.Term("invariance", 1, invariance.value()),
            new Loss.Term("difference", config.difference(), difference.value())));
  }

  /** Called only by base methods that compare with moving averages, such as BYOL. */
  private static Operand<TFloat32> averaged(Ops tf, Encoder encoder, Views views) {
    return Representations.of(encoder.averaged(), views).differences(tf);
  }

  /** What the encoder makes of both views, each {@code [batch, width]}. */
  private record Representations(Operand<TFloat32> first, Operand<TFloat32> second) {

    static Representations of(Encoder encoder, Views views) {
      return new Representations(encoder.apply(views.first()), encoder.apply(views.second()));
    }

    Operand<TFloat32> differences(Ops tf) {
      return tf.math.sub(first, second);
    }
  }
}
