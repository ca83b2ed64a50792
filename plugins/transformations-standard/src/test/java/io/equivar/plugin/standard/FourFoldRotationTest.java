package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FourFoldRotationTest {

  private static final int SIDE = 7;
  private static final ImageShape SQUARE = ImageShape.square(SIDE);
  private static final Transformation SUBJECT =
      Applied.create("four-fold-rotation", new NoSettings(), SQUARE);

  @Test
  void turnsCounterClockwiseByQuarters() {
    int size = Applied.size(SQUARE);
    float[] image = Applied.images(1, SQUARE, 1);
    float[] four = new float[4 * size];
    for (int i = 0; i < 4; i++) {
      System.arraycopy(image, 0, four, i * size, size);
    }

    float[] turned =
        Applied.apply(
            SUBJECT,
            SQUARE,
            four,
            List.of(new double[] {3}, new double[] {0}, new double[] {1}, new double[] {2}));

    float[] quarter = quarterTurn(image);
    assertThat(Arrays.copyOfRange(turned, size, 2 * size)).isEqualTo(image);
    assertThat(Arrays.copyOfRange(turned, 2 * size, 3 * size)).isEqualTo(quarter);
    assertThat(Arrays.copyOfRange(turned, 3 * size, 4 * size)).isEqualTo(quarterTurn(quarter));
    assertThat(Arrays.copyOfRange(turned, 0, size)).isEqualTo(quarterTurn(quarterTurn(quarter)));
  }

  @Test
  void drawsEveryTurnAsOften() {
    long[] counts = new long[4];
    LongStream.range(0, 4000).forEach(seed -> counts[(int) Applied.sample(SUBJECT, seed)[0]]++);
    // Five standard deviations of a binomial distribution.
    assertThat(LongStream.of(counts)).allSatisfy(count -> assertThat(count).isBetween(863L, 1137L));
  }

  @Test
  void theTurnIsALabel() {
    assertThat(SUBJECT.parameters().isLabel()).isTrue();
  }

  @Test
  void refusesImagesThatAreNotSquare() {
    assertThatThrownBy(
            () -> Applied.create("four-fold-rotation", new NoSettings(), new ImageShape(48, 64)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("pipeline[0].four-fold-rotation must have square images")
        .hasMessageContaining("48")
        .hasMessageContaining("random-resized-crop");
  }

  /** The right column becomes the top row. */
  private static float[] quarterTurn(float[] image) {
    float[] turned = new float[image.length];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        for (int color = 0; color < 3; color++) {
          turned[(y * SIDE + x) * 3 + color] = image[(x * SIDE + SIDE - 1 - y) * 3 + color];
        }
      }
    }
    return turned;
  }
}
