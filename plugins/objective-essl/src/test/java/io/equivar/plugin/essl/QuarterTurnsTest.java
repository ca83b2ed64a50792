package io.equivar.plugin.essl;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class QuarterTurnsTest {

  @Test
  void turnsAnticlockwiseInBlocksOfTheBatch() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> turned =
          new QuarterTurns(graph.tf())
              .all(graph.tf().constant(new float[][][][] {image(1, 2, 3, 4), image(5, 6, 7, 8)}));
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        assertThat(turned.shape().asArray()).containsExactly(8, 2, 2, 3);
        assertThat(firstChannel(session.fetch(turned)))
            .containsExactly(
                1, 2, 3, 4, 5, 6, 7, 8, //
                2, 4, 1, 3, 6, 8, 5, 7, //
                4, 3, 2, 1, 8, 7, 6, 5, //
                3, 1, 4, 2, 7, 5, 8, 6);
      }
    }
  }

  private static float[][][] image(float a, float b, float c, float d) {
    return new float[][][] {{{a, 0, 0}, {b, 0, 0}}, {{c, 0, 0}, {d, 0, 0}}};
  }

  private static float[] firstChannel(float[] values) {
    float[] channel = new float[values.length / 3];
    for (int i = 0; i < channel.length; i++) {
      channel[i] = values[3 * i];
    }
    return channel;
  }
}
