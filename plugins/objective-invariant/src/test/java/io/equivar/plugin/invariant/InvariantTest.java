package io.equivar.plugin.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Views;
import io.equivar.core.backbone.ResNet;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.ViewGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class InvariantTest {

  private static final int BATCH = 4;

  @Test
  void comparesTheRepresentationsOfBothViews() {
    List<Integer> compared = new ArrayList<>();
    BaseModel base =
        (g, pair) -> {
          compared.add(pair.first().width());
          compared.add(pair.second().width());
          return distance(g, pair.first().joined(g.tf()), pair.second().joined(g.tf()));
        };
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Loss loss = build(graph, base);
      assertThat(compared).containsExactly(32, 32);
      assertThat(loss.terms()).hasSize(1);
      assertThat(loss.terms().get(0).name()).isEqualTo("invariance");
      assertThat(loss.terms().get(0).weight()).isEqualTo(1);
      assertThat(loss.value().op().name()).contains("invariance/");
      assertThat(names(graph)).noneMatch(name -> name.startsWith("averaged."));
    }
  }

  @Test
  void targetsComeFromTheAveragedEncoder() {
    BaseModel base =
        (g, pair) -> distance(g, pair.first().joined(g.tf()), pair.secondTarget().joined(g.tf()));
    try (ModelGraph graph = ModelGraph.forTraining()) {
      build(graph, base);
      assertThat(names(graph)).contains("averaged.backbone.conv1.weight");
    }
  }

  private static Loss build(ModelGraph graph, BaseModel base) {
    GraphContext g = graph.context();
    ResNetSpec spec = new ResNetSpec(ResNetSpec.Depth.RESNET_18, ResNetSpec.Stem.SMALL, 4, false);
    Views views =
        ViewGraph.build(g.scope("views"), Pipeline.of(ImageShape.square(8), List.of()), BATCH);
    return new Invariant().build(g, ResNet.make(g.scope("backbone"), spec), views, base);
  }

  private static Loss distance(GraphContext g, Operand<TFloat32> a, Operand<TFloat32> b) {
    Ops tf = g.tf();
    return Loss.of(tf.math.mean(tf.math.squaredDifference(a, b), tf.constant(new int[] {0, 1})));
  }

  private static List<String> names(ModelGraph graph) {
    return graph.variables().stream().map(GraphVariable::name).toList();
  }
}
