package io.equivar.plugin.invariant;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.Views;
import java.util.List;

/**
 * The base method as its authors trained it: {@code L = L_B(f(t(x)), f(t'(x)))}. What other
 * objectives are compared with.
 */
public final class Invariant implements Objective {

  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    Pair pair =
        Pair.of(
            Side.of(encoder.apply(views.first())),
            Side.of(encoder.apply(views.second())),
            () -> Side.of(encoder.averaged().apply(views.first())),
            () -> Side.of(encoder.averaged().apply(views.second())));
    Loss invariance = base.dissimilarity(g.scope("invariance"), pair);
    return Loss.sum(g.tf(), List.of(new Loss.Term("invariance", 1, invariance.value())));
  }
}
