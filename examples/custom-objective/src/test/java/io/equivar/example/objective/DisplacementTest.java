package io.equivar.example.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The predictions against their definition, written as loops. */
class DisplacementTest {

  private static final int HIDDEN = 5;
  private static final int WIDTH = 3;
  private static final float[][] FIRST = {
    {0.1f, 0.9f, 0.3f}, {0.8f, 0.2f, 0.6f}, {0.5f, 0.5f, 0.1f}, {0.7f, 0.4f, 0.9f}
  };
  private static final float[][] SECOND = {
    {0.2f, 0.7f, 0.3f}, {0.9f, 0.1f, 0.5f}, {0.4f, 0.9f, 0.2f}, {0.6f, 0.8f, 1.0f}
  };

  /** Represents an image by the means of its channels. */
  private record ChannelMeans(Ops tf) implements Encoder {

    @Override
    public Operand<TFloat32> apply(Operand<TFloat32> images) {
      return tf.math.mean(images, tf.constant(new int[] {1, 2}));
    }

    @Override
    public int width() {
      return WIDTH;
    }

    @Override
    public Encoder averaged() {
      return this;
    }
  }

  /** Keeps the pairs that it is given. */
  private record Distance(List<Pair> pairs, boolean ofTargets) implements BaseModel {

    @Override
    public Loss dissimilarity(GraphContext g, Pair pair) {
      pairs.add(pair);
      Side other = ofTargets ? pair.secondTarget() : pair.second();
      Operand<TFloat32> squares =
          g.tf().math.squaredDifference(pair.first().joined(g.tf()), other.joined(g.tf()));
      return Loss.of(g.tf().math.mean(squares, g.tf().constant(new int[] {0, 1})));
    }
  }

  @Test
  void movesRepresentationsByWhatThePartnersShow() {
    // Without training, batch normalisation still divides by the standard deviation it starts with.
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      List<Pair> pairs = new ArrayList<>();
      build(graph, new Distance(pairs, false));
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);
        float[] in = session.read("transformation-encoder.0.weight");
        float[] out = session.read("transformation-encoder.3.weight");
        List<Operand<TFloat32>> predictions = pairs.get(1).second().parts();

        assertThat(session.fetch(predictions.get(0)))
            .containsExactly(predicted(SECOND, FIRST, in, out), within(1e-5f));
        assertThat(session.fetch(predictions.get(1)))
            .containsExactly(predicted(FIRST, SECOND, in, out), within(1e-5f));
      }
    }
  }

  @Test
  void weighsItsTerms() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Loss loss = build(graph, new Distance(new ArrayList<>(), false));

      assertThat(loss.terms())
          .extracting(Loss.Term::name, Loss.Term::weight)
          .containsExactly(tuple("invariance", 1.0), tuple("equivariance", 0.5));
    }
  }

  @Test
  void averagesItsNetworksOnlyWhereTargetsAreAskedFor() {
    for (boolean targets : List.of(true, false)) {
      try (ModelGraph graph = ModelGraph.forTraining()) {
        build(graph, new Distance(new ArrayList<>(), targets));

        assertThat(
                graph.variables().stream()
                    .map(GraphVariable::name)
                    .anyMatch("averaged.transformation-encoder.0.weight"::equals))
            .isEqualTo(targets);
      }
    }
  }

  private static Loss build(ModelGraph graph, BaseModel base) {
    GraphContext g = graph.context();
    return new Displacement(new DisplacementConfig(HIDDEN, 0.5))
        .build(g, new ChannelMeans(g.tf()), FixedViews.of(g.tf(), FIRST, SECOND), base);
  }

  /** Returns {@code from + f_T([from; to] swapped by partners)}, where {@code to} is predicted. */
  private static float[] predicted(float[][] from, float[][] to, float[] in, float[] out) {
    float[] predicted = new float[from.length * WIDTH];
    for (int i = 0; i < from.length; i++) {
      int partner = i ^ 1;
      double[] hidden = new double[HIDDEN];
      for (int h = 0; h < HIDDEN; h++) {
        double sum = 0;
        for (int k = 0; k < WIDTH; k++) {
          sum += in[h * 2 * WIDTH + k] * from[partner][k];
          sum += in[h * 2 * WIDTH + WIDTH + k] * to[partner][k];
        }
        hidden[h] = Math.max(0, sum / Math.sqrt(1 + 1e-5));
      }
      for (int o = 0; o < WIDTH; o++) {
        double moved = from[i][o];
        for (int h = 0; h < HIDDEN; h++) {
          moved += out[o * HIDDEN + h] * hidden[h];
        }
        predicted[i * WIDTH + o] = (float) moved;
      }
    }
    return predicted;
  }
}
