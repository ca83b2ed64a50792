package io.equivar.core.train;

import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.VariableSpec;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;

/** Variables of the optimiser's own, one for each weight. */
final class Slots {

  private Slots() {}

  /** Makes a variable of the weight's shape, zero at first. */
  static GraphVariable zeros(ModelGraph graph, String kind, GraphVariable weight) {
    return graph.makeVariable(
        kind + "." + weight.name(),
        VariableSpec.state(weight.name(), Initializer.constant(0), weight.shape().asArray()));
  }
}
