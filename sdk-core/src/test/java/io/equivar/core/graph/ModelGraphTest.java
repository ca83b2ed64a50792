package io.equivar.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Layer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class ModelGraphTest {

  private static final Initializer ZERO = Initializer.constant(0);

  @Test
  void aNameIsUsedOnce() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      GraphContext g = graph.context().scope("head");
      g.dense("0", 3, 2, false);

      assertThatThrownBy(() -> g.dense("0", 3, 2, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "variable head.0.weight exists already: to share weights, make the layer once and"
                  + " apply it twice");
    }
  }

  @Test
  void aScopeWithADotIsRefused() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      assertThatThrownBy(() -> graph.context().scope("a.b"))
          .hasMessage("a scope's name has letters, digits, _ and - only, got 'a.b'");
    }
  }

  @Test
  void theInitialValueDependsOnSeedAndNameAlone() {
    float[] alone;
    try (ModelGraph graph = ModelGraph.forTraining()) {
      graph.context().dense("a", 3, 2, false);
      alone = initial(graph, 7, "a.weight");
    }
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      graph.context().dense("b", 3, 2, false);
      graph.context().dense("a", 3, 2, false);

      assertThat(initial(graph, 7, "a.weight")).isEqualTo(alone);
      assertThat(initial(graph, 8, "a.weight")).isNotEqualTo(alone);
      assertThat(initial(graph, 7, "b.weight")).isNotEqualTo(alone);
    }
  }

  @Test
  void aDenseLayerMultipliesByTheTransposeAndAddsTheBias() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> x = graph.tf().constant(new float[][] {{1, 2, 3}});
      Operand<TFloat32> y = graph.context().dense("d", 3, 2, true).apply(x);
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.write("d.weight", new float[] {1, 0, 0, 0, 1, 1});
        session.write("d.bias", new float[] {10, 20});

        assertThat(session.fetch(y)).containsExactly(11, 25);
      }
    }
  }

  @Test
  void aStridedConvolutionOfOnePixelLearnsWithFewChannels() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> ones = graph.tf().ones(graph.tf().array(16, 96, 96, 4), TFloat32.class);
      Operand<TFloat32> y = graph.context().convolution("c", 4, 8, 1, 2).apply(ones);
      Operand<TFloat32> sum = graph.tf().reduceSum(y, graph.tf().array(0, 1, 2, 3));
      Output<?> weight = graph.variable("c.weight").value().asOutput();
      Operand<?> gradient = graph.graph().addGradients(sum.asOutput(), new Output<?>[] {weight})[0];
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);

        assertThat(y.shape()).isEqualTo(Shape.of(16, 48, 48, 8));
        // Every weight meets every pixel that is looked at once.
        assertThat(session.fetch(graph.tf().dtypes.cast(gradient, TFloat32.class)))
            .hasSize(4 * 8)
            .containsOnly(16 * 48 * 48);
      }
    }
  }

  @Test
  void batchNormalizationUsesTheBatchAndChainsTheRunningStatistics() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Layer norm = graph.context().batchNormalization("n", 1);
      Operand<TFloat32> y = norm.apply(graph.tf().constant(new float[][] {{1}, {3}}));
      norm.apply(graph.tf().constant(new float[][] {{5}, {5}}));
      GraphVariable mean = graph.variable("n.running_mean");
      GraphVariable variance = graph.variable("n.running_var");
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);

        assertThat(session.fetch(y)[0]).isCloseTo(-1, within(1e-4f));
        // 0.9 (0.9 * 0 + 0.1 * 2) + 0.1 * 5; the variance of {1, 3} is 2 when unbiased.
        assertThat(session.fetch(mean.latest())[0]).isCloseTo(0.68f, within(1e-5f));
        assertThat(session.fetch(variance.latest())[0]).isCloseTo(0.99f, within(1e-5f));
      }
    }
  }

  @Test
  void inEvaluationBatchNormalizationUsesTheRunningStatistics() {
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      Layer norm = graph.context().batchNormalization("n", 1);
      Operand<TFloat32> y = norm.apply(graph.tf().constant(new float[][] {{1}, {3}}));
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);
        session.write("n.running_mean", new float[] {1});
        session.write("n.running_var", new float[] {4});

        assertThat(session.fetch(y)[0]).isCloseTo(0, within(1e-5f));
        assertThat(session.fetch(y)[1]).isCloseTo(1, within(1e-5f));
        assertThat(graph.variable("n.running_mean").declared()).isEmpty();
      }
    }
  }

  @Test
  void onlyTheOptimiserChangesTrainableVariables() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      var weight = graph.context().variable(VariableSpec.trained("w", ZERO, 2));

      assertThatThrownBy(() -> weight.update(weight.value()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("variable w is trainable: only the optimiser updates it");
    }
  }

  @Test
  void aMovingAverageStartsAsACopyAndIsNotTrained() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      graph.context().dense("a", 3, 2, false).averaged();

      assertThat(initial(graph, 3, "averaged.a.weight")).isEqualTo(initial(graph, 3, "a.weight"));
      assertThat(graph.trainable()).extracting(GraphVariable::name).containsExactly("a.weight");
    }
  }

  @Test
  void givenValuesReachMovingAveragesToo() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      graph.context().dense("a", 1, 2, true).averaged();

      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(3, Map.of("a.weight", new float[] {5, 6}));

        assertThat(session.read("a.weight")).containsExactly(5, 6);
        assertThat(session.read("averaged.a.weight")).containsExactly(5, 6);
        assertThat(session.read("a.bias")).isEqualTo(initial(graph, 3, "a.bias"));
        assertThatThrownBy(() -> session.initialize(3, Map.of("a.weight", new float[1])))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("takes 2 values, got 1");
      }
    }
  }

  @Test
  void aFrozenGraphHasConstantsForVariables() {
    try (ModelGraph graph = ModelGraph.frozen(Map.of("a.weight", new float[] {5, 6}))) {
      Operand<TFloat32> ones = graph.tf().constant(new float[][] {{1}});
      Operand<TFloat32> y = graph.context().dense("a", 1, 2, false).apply(ones);

      assertThat(graph.variables()).isEmpty();
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        assertThat(session.fetch(y)).containsExactly(5, 6);
      }
      assertThatThrownBy(() -> graph.context().dense("b", 1, 2, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no value is given for b.weight");
    }
  }

  @Test
  void noGradientReachesAMovingAverage() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      VariableSpec spec = VariableSpec.trained("w", Initializer.constant(3), 2);
      Variable weight = graph.context().variable(spec);
      Operand<TFloat32> product = graph.tf().math.mul(weight.value(), weight.averaged().value());
      Output<?>[] reads = {
        weight.value().asOutput(), graph.graph().operation("averaged.w.read").output(0)
      };
      Output<?>[] gradients = graph.graph().addGradients(product.asOutput(), reads);

      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);
        assertThat(session.fetch(gradients[0].expect(TFloat32.class))).containsExactly(3, 3);
      }
      // Where there is no gradient, TensorFlow answers with an output of no operation.
      assertThatThrownBy(() -> gradients[1].expect(TFloat32.class))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void variablesSurviveACheckpoint(@TempDir Path folder) {
    Path prefix = folder.resolve("variables");
    float[] saved;
    try (ModelGraph graph = ModelGraph.forTraining()) {
      graph.context().dense("a", 3, 2, false);
      graph.context().dense("b", 3, 2, false);
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);
        session.save(prefix);
        saved = session.read("a.weight");
      }
    }
    assertThat(folder).isDirectoryContaining("glob:**variables.index");
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      graph.context().dense("a", 3, 2, false);
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.restore(prefix);

        assertThat(session.read("a.weight")).isEqualTo(saved);
      }
    }
  }

  private static float[] initial(ModelGraph graph, long seed, String name) {
    return graph.variable(name).initialValue(seed);
  }
}
