package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaussianBlurTest {

  @Test
  void reflectsWithoutRepeatingTheBorder() {
    // All rows are alike, so that blurring columns of pixels changes nothing.
    ImageShape shape = new ImageShape(3, 4);
    Transformation blur =
        Applied.create("gaussian-blur", new GaussianBlurConfig(5, List.of(0.5, 1.5)), shape);
    float[] image = new float[3 * 4 * 3];
    float[] row = {0.1f, 0.9f, 0.4f, 0.6f};
    for (int i = 0; i < image.length; i++) {
      image[i] = row[i / 3 % 4];
    }
    double a = Math.exp(-0.5 / (0.8 * 0.8));
    double b = Math.exp(-2 / (0.8 * 0.8));

    float[] blurred = Applied.apply(blur, shape, image, List.of(new double[] {0.8}));

    assertThat((double) blurred[0])
        .isCloseTo((0.1 + 2 * a * 0.9 + 2 * b * 0.4) / (1 + 2 * a + 2 * b), within(1e-6));
    assertThat((double) blurred[3])
        .isCloseTo((0.9 + a * (0.1 + 0.4) + b * (0.9 + 0.6)) / (1 + 2 * a + 2 * b), within(1e-6));
  }

  @Test
  void refusesKernelsThatReachBeyondTheReflection() {
    assertThatThrownBy(
            () ->
                Applied.create(
                    "gaussian-blur",
                    new GaussianBlurConfig(11, List.of(0.1, 2.0)),
                    new ImageShape(32, 5)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "pipeline[0].gaussian-blur.kernel-size must be at most 9 for images of 32 x 5, got 11");
  }

  @Test
  void refusesEvenKernelsAndReversedRanges() {
    assertThatThrownBy(() -> new GaussianBlurConfig(8, List.of(2.0, 0.1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "kernel-size must be odd, got 8\nsigma must be [smallest, largest], got [2.0, 0.1]");
  }
}
