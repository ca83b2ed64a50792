package io.equivar.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.learning.Hypernetwork;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class HypernetworkTest {

  private static final int ROWS = 2;
  private static final int WIDTH = 3;
  private static final int TRANSFORMATION_WIDTH = 4;

  @Test
  void multipliesByTheMatrixThatItDoesNotMake() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    float[][] y = draw(random, WIDTH);
    float[][] t = draw(random, TRANSFORMATION_WIDTH);
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Hypernetwork hypernetwork = Hypernetwork.of(graph.context(), WIDTH, TRANSFORMATION_WIDTH);
      Operand<TFloat32> predicted =
          hypernetwork.apply(graph.tf().constant(y), graph.tf().constant(t));
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);
        // PyTorch's weight [d d, k]: row o d + i makes the entry [o, i] of the matrix.
        float[] weight = session.read("hypernetwork.weight");
        float[] actual = session.fetch(predicted);
        for (int row = 0; row < ROWS; row++) {
          for (int o = 0; o < WIDTH; o++) {
            double sum = 0;
            for (int i = 0; i < WIDTH; i++) {
              double entry = 0;
              for (int k = 0; k < TRANSFORMATION_WIDTH; k++) {
                entry += weight[(o * WIDTH + i) * TRANSFORMATION_WIDTH + k] * t[row][k];
              }
              sum += entry * y[row][i];
            }
            assertThat(actual[row * WIDTH + o]).isCloseTo((float) sum, within(1e-6f));
          }
        }
      }
    }
  }

  private static float[][] draw(RandomGenerator random, int width) {
    float[][] rows = new float[ROWS][width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = random.nextFloat();
      }
    }
    return rows;
  }
}
