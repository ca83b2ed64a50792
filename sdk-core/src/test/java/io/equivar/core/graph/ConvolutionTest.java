package io.equivar.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Convolutions compute the same, however they are laid out. */
class ConvolutionTest {

  private static final int INPUTS = 3;
  private static final int OUTPUTS = 5;

  /** What a convolution of random images makes, and the gradients of the sum of its squares. */
  @SuppressWarnings("ArrayRecordComponent") // Taken apart, never compared.
  private record Computed(float[] outputs, float[] inputGradients, float[] weightGradients) {}

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "4, 4", "2, 8", "5, 5"})
  void isTheSameInEveryForm(int height, int width) {
    Computed plain = compute(Convolutions.REPEATABLE, height, width);
    Computed laidOut = compute(Convolutions.FAST_IN_BFLOAT16, height, width);

    assertThat(laidOut.outputs()).containsExactly(plain.outputs(), within(1e-5f));
    assertThat(laidOut.inputGradients()).containsExactly(plain.inputGradients(), within(1e-4f));
    assertThat(laidOut.weightGradients()).containsExactly(plain.weightGradients(), within(1e-4f));
  }

  @Test
  void isAProductOnlyWhereThatIsFaster() {
    assertThat(operations(Convolutions.FAST_IN_BFLOAT16, 4))
        .contains("MatMul")
        .doesNotContain("Conv2D");
    assertThat(operations(Convolutions.FAST_IN_BFLOAT16, 5))
        .contains("Conv2D")
        .doesNotContain("MatMul");
    assertThat(operations(Convolutions.REPEATABLE, 4)).contains("Conv2D").doesNotContain("MatMul");
  }

  private static Computed compute(Convolutions form, int height, int width) {
    try (ModelGraph graph = ModelGraph.forTraining(form)) {
      Ops tf = graph.tf();
      Operand<TFloat32> images = tf.math.mul(tf.constant(1f), constant(tf, height, width));
      Operand<TFloat32> convolved =
          graph.context().convolution("c", INPUTS, OUTPUTS, 3, 1).apply(images);
      Operand<TFloat32> loss =
          tf.reduceSum(tf.math.square(convolved), tf.constant(new int[] {0, 1, 2, 3}));
      Output<?>[] gradients =
          graph
              .graph()
              .addGradients(
                  loss.asOutput(),
                  new Output<?>[] {
                    images.asOutput(), graph.variable("c.weight").value().asOutput()
                  });
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);
        return new Computed(
            session.fetch(convolved),
            session.fetch(gradients[0].expect(TFloat32.class)),
            session.fetch(gradients[1].expect(TFloat32.class)));
      }
    }
  }

  private static List<String> operations(Convolutions form, int size) {
    try (ModelGraph graph = ModelGraph.forTraining(form)) {
      graph
          .context()
          .convolution("c", INPUTS, OUTPUTS, 3, 1)
          .apply(constant(graph.tf(), size, size));
      List<String> types = new ArrayList<>();
      graph.graph().operations().forEachRemaining(operation -> types.add(operation.type()));
      return types;
    }
  }

  private static Operand<TFloat32> constant(Ops tf, int height, int width) {
    Random random = new Random(7);
    float[] values = new float[2 * height * width * INPUTS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return tf.constant(Shape.of(2, height, width, INPUTS), DataBuffers.of(values));
  }
}
