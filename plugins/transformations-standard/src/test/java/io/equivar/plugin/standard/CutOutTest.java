package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import io.equivar.plugin.standard.RandomErasingConfig.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CutOutTest {

  private static final int HEIGHT = 12;
  private static final int WIDTH = 20;
  private static final ImageShape SHAPE = new ImageShape(HEIGHT, WIDTH);
  private static final Transformation SUBJECT =
      Applied.create("cut-out", new CutOutConfig(0.5, Fill.VALUE, List.of(2.0, 3.0, 4.0)), SHAPE);

  /** Six pixels wide and high, from the centre minus three on, cut off at the border. */
  @Test
  void everyPixelIsTheCentreAsOften() {
    long[] centres = new long[HEIGHT * WIDTH];
    LongStream.range(0, 24_000)
        .mapToObj(seed -> Applied.sample(SUBJECT, seed))
        .forEach(
            row -> {
              long left = Math.round(row[0] * WIDTH);
              long top = Math.round(row[1] * HEIGHT);
              long width = Math.round(row[2] * WIDTH);
              long height = Math.round(row[3] * HEIGHT);
              assertThat(width).isBetween(3L, 6L);
              assertThat(height).isBetween(3L, 6L);
              long x = left > 0 ? left + 3 : width - 3;
              long y = top > 0 ? top + 3 : height - 3;
              centres[(int) (y * WIDTH + x)]++;
            });
    // A hundred expected, six standard deviations.
    assertThat(LongStream.of(centres)).allSatisfy(count -> assertThat(count).isBetween(40L, 160L));
  }

  @Test
  void paintsTheSquareAndNothingElse() {
    float[] image = Applied.images(1, SHAPE, 1);
    double[] row = Applied.sample(SUBJECT, 3);

    float[] changed = Applied.apply(SUBJECT, SHAPE, image, List.of(row));

    List<Integer> painted = new ArrayList<>();
    for (int pixel = 0; pixel < HEIGHT * WIDTH; pixel++) {
      if (changed[3 * pixel] == 2) {
        painted.add(pixel);
        assertThat(changed[3 * pixel + 1]).isEqualTo(3);
        assertThat(changed[3 * pixel + 2]).isEqualTo(4);
      } else {
        assertThat(changed[3 * pixel]).isEqualTo(image[3 * pixel]);
      }
    }
    long width = Math.round(row[2] * WIDTH);
    long height = Math.round(row[3] * HEIGHT);
    assertThat(painted).hasSize(Math.toIntExact(width * height));
    assertThat(painted.get(0))
        .isEqualTo(
            Math.toIntExact(Math.round(row[1] * HEIGHT) * WIDTH + Math.round(row[0] * WIDTH)));
  }
}
