package io.equivar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class TransformationRunnerTest {

  private static final ImageShape PIXEL = ImageShape.square(1);
  private final TransformationRunner runner = new TransformationRunner();

  @Test
  void appliesEveryRowToItsImage() {
    float[] result =
        runner.run(new Gain(PIXEL), PIXEL, new float[] {1, 2, 3, 4, 5, 6}, rows(2, 0.5));

    assertThat(result).containsExactly(2, 4, 6, 2, 2.5f, 3);
  }

  @Test
  void refusesWhatDoesNotFit() {
    Gain gain = new Gain(PIXEL);
    assertThatThrownBy(() -> runner.run(gain, PIXEL, new float[4], rows(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("images must have 3 values, got 4");
    assertThatThrownBy(() -> runner.run(gain, PIXEL, new float[3], new double[1][2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 0 must have 1 values, got 2");
    assertThatThrownBy(() -> runner.run(gain, PIXEL, new float[3], rows(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column gain takes numbers in [0.0, 4.0], got 9.0");
  }

  @Test
  void refusesImagesOfAnotherSizeThanSaid() {
    Gain wrong = new Gain(ImageShape.square(2));
    assertThatThrownBy(() -> runner.run(wrong, PIXEL, new float[3], rows(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the transformation says its images are [1, 2, 2, 3], but they are [1, 1, 1, 3]");
  }

  private static double[][] rows(double... gains) {
    double[][] rows = new double[gains.length][];
    for (int i = 0; i < gains.length; i++) {
      rows[i] = new double[] {gains[i]};
    }
    return rows;
  }

  private record Gain(ImageShape said) implements Transformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.of(Column.continuous("gain", 0, 4, ""));
    }

    @Override
    public ImageShape outputShape(ImageShape input) {
      return said;
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      row.set("gain", 4 * random.nextDouble());
    }

    @Override
    public Operand<TFloat32> apply(
        GraphContext g, Operand<TFloat32> images, Parameters parameters) {
      return g.tf()
          .math
          .mul(
              images,
              g.tf().reshape(parameters.column("gain"), g.tf().constant(new int[] {-1, 1, 1, 1})));
    }
  }
}
