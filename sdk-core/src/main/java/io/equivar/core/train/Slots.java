package io.equivar.core.train;

import io.equivar.api.graph.VariableSpec;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.Zeros;

/** Variables of the optimiser's own, one for each weight. */
final class Slots {

  private Slots() {}

  /** Makes a variable of the weight's shape, zero at first. */
  static GraphVariable zeros(ModelGraph graph, String kind, GraphVariable weight) {
    return graph.makeVariable(
        kind + "." + weight.name(),
        VariableSpec.state(weight.name(), new Zeros(), weight.shape().asArray()));
  }
}
