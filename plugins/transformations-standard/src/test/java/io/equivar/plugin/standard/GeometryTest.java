package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import io.equivar.plugin.standard.RandomErasingConfig.Fill;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where pixels go. The numbers of interpolation are held to the reference cases. */
class GeometryTest {

  private static final int HEIGHT = 5;
  private static final int WIDTH = 8;
  private static final ImageShape SHAPE = new ImageShape(HEIGHT, WIDTH);

  @Test
  void translationGoesRightAndDownByTheClosestWholePixel() {
    Transformation subject =
        Applied.create(
            "translation", new TranslationConfig(List.of(-0.5, 0.5), List.of(-0.5, 0.5)), SHAPE);
    float[] image = Applied.images(1, SHAPE, 2);

    float[] moved =
        Applied.apply(subject, SHAPE, image, List.of(new double[] {2.3 / WIDTH, -0.8 / HEIGHT}));

    assertThat(moved[at(1, 4, 2)]).isEqualTo(image[at(2, 2, 2)]);
    assertThat(moved[at(1, 1, 0)]).isZero();
    assertThat(moved[at(HEIGHT - 1, 5, 0)]).isZero();
  }

  @Test
  void aQuarterTurnIsCounterClockwise() {
    ImageShape square = ImageShape.square(6);
    Transformation subject =
        Applied.create("rotation", new RotationConfig(List.of(-90.0, 90.0)), square);
    float[] image = Applied.images(1, square, 3);

    float[] turned = Applied.apply(subject, square, image, List.of(new double[] {90}));

    // The right column becomes the top row.
    for (int i = 0; i < 6; i++) {
      assertThat(turned[3 * i]).isCloseTo(image[(i * 6 + 5) * 3], within(2e-6f));
    }
  }

  @Test
  void shearMovesTopAndBottomApart() {
    Transformation subject =
        Applied.create("shear", new ShearConfig(List.of(-45.0, 45.0), List.of(0.0, 0.0)), SHAPE);
    float[] image = Applied.images(1, SHAPE, 4);

    float[] leaning = Applied.apply(subject, SHAPE, image, List.of(new double[] {45, 0}));

    // Two rows above the centre a pixel comes from two columns further left.
    assertThat(leaning[at(0, 5, 1)]).isCloseTo(image[at(0, 3, 1)], within(2e-6f));
    assertThat(leaning[at(2, 5, 1)]).isCloseTo(image[at(2, 5, 1)], within(2e-6f));
    assertThat(leaning[at(4, 3, 1)]).isCloseTo(image[at(4, 5, 1)], within(2e-6f));
  }

  @Test
  void erasingPaintsTheRectangleOnly() {
    Transformation subject = erasing(Fill.VALUE, List.of(0.02, 0.33));
    float[] image = Applied.images(1, SHAPE, 5);

    float[] erased =
        Applied.apply(
            subject, SHAPE, image, List.of(new double[] {2.0 / WIDTH, 0.2, 3.0 / WIDTH, 0.4}));

    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean inside = y >= 1 && y < 3 && x >= 2 && x < 5;
        assertThat(erased[at(y, x, 2)])
            .isCloseTo(inside ? 0.75f : image[at(y, x, 2)], within(1e-6f));
      }
    }
  }

  @Test
  void erasingCanFillWithTheMeanColour() {
    Transformation subject = erasing(Fill.MEAN, List.of(0.02, 0.33));
    float[] image = Applied.images(1, SHAPE, 6);
    double mean = 0;
    for (int i = 1; i < image.length; i += 3) {
      mean += image[i] / (double) (HEIGHT * WIDTH);
    }

    float[] erased = Applied.apply(subject, SHAPE, image, List.of(new double[] {0, 0, 0.5, 0.5}));

    assertThat((double) erased[at(0, 0, 1)]).isCloseTo(mean, within(1e-6));
  }

  @Test
  void erasingNothingWhenNoRectangleIsSmallEnough() {
    assertThat(Applied.sample(erasing(Fill.VALUE, List.of(1.0, 1.0)), 1)).containsOnly(0);
  }

  private static Transformation erasing(Fill fill, List<Double> area) {
    return Applied.create(
        "random-erasing",
        new RandomErasingConfig(area, List.of(0.3, 3.3), fill, List.of(0.25, 0.5, 0.75)),
        SHAPE);
  }

  private static int at(int y, int x, int color) {
    return (y * WIDTH + x) * 3 + color;
  }
}
