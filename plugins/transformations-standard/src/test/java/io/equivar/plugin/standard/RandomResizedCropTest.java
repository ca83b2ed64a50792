package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomResizedCropTest {

  private static final ImageShape SHAPE = new ImageShape(60, 90);

  @Test
  void drawsWholePixelsWithinTheImageOfTheAskedAreaAndRatio() {
    Transformation crop =
        Applied.create(
            "random-resized-crop",
            new RandomResizedCropConfig(List.of(0.2, 0.8), List.of(0.75, 4 / 3.0), List.of(32)),
            SHAPE);
    double smallestArea = 1;
    double largestArea = 0;
    for (int seed = 0; seed < 2000; seed++) {
      double[] row = Applied.sample(crop, seed);
      double left = pixels(row[0], SHAPE.width());
      double top = pixels(row[1], SHAPE.height());
      double width = pixels(row[2], SHAPE.width());
      double height = pixels(row[3], SHAPE.height());
      assertThat(left + width).isLessThanOrEqualTo(SHAPE.width());
      assertThat(top + height).isLessThanOrEqualTo(SHAPE.height());
      // Rounding both sides moves the ratio by half a pixel of each.
      assertThat(width / height).isBetween((0.75 * height - 1) / height, 4 / 3.0 + 1 / height);
      double area = width * height / (SHAPE.width() * SHAPE.height());
      smallestArea = Math.min(smallestArea, area);
      largestArea = Math.max(largestArea, area);
    }
    assertThat(smallestArea).isBetween(0.19, 0.22);
    assertThat(largestArea).isBetween(0.75, 0.81);
  }

  private static double pixels(double part, int size) {
    double pixels = part * size;
    assertThat(pixels).isCloseTo(Math.rint(pixels), within(1e-4));
    return Math.rint(pixels);
  }

  @Test
  void takesTheLargestCentredRectangleWhereNoneFits() {
    ImageShape wide = new ImageShape(10, 100);
    Transformation crop =
        Applied.create(
            "random-resized-crop",
            new RandomResizedCropConfig(List.of(1.0, 1.0), List.of(0.5, 2.0), List.of()),
            wide);
    assertThat(Applied.sample(crop, 1)).containsExactly(0.4, 0, 0.2, 1);
    ImageShape tall = new ImageShape(100, 10);
    Transformation tallCrop =
        Applied.create(
            "random-resized-crop",
            new RandomResizedCropConfig(List.of(1.0, 1.0), List.of(0.5, 2.0), List.of()),
            tall);
    assertThat(Applied.sample(tallCrop, 1)).containsExactly(0, 0.4, 1, 0.2);
  }

  @Test
  void aCropOfTheResultsSizeCopiesItsPixels() {
    ImageShape input = new ImageShape(6, 8);
    Transformation crop =
        Applied.create(
            "random-resized-crop",
            new RandomResizedCropConfig(List.of(0.1, 1.0), List.of(0.5, 2.0), List.of(3, 4)),
            input);
    assertThat(crop.outputShape(input)).isEqualTo(new ImageShape(3, 4));
    float[] image = Applied.images(1, input, 2);
    double[] row =
        Applied.row(crop, Map.of("left", 0.25, "top", 1 / 3.0, "width", 0.5, "height", 0.5));
    float[] cropped = Applied.apply(crop, input, image, List.of(row));
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 4; x++) {
        for (int color = 0; color < 3; color++) {
          assertThat(cropped[(y * 4 + x) * 3 + color])
              .isCloseTo(image[((y + 2) * 8 + x + 2) * 3 + color], within(1e-5f));
        }
      }
    }
  }

  @Test
  void antialiasesWhenReducing() {
    ImageShape input = new ImageShape(6, 8);
    Transformation crop =
        Applied.create(
            "random-resized-crop",
            new RandomResizedCropConfig(List.of(0.1, 1.0), List.of(0.5, 2.0), List.of(3, 4)),
            input);
    float[] ramp = new float[Applied.size(input)];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i / 3 % input.width();
    }
    float[] halved = Applied.apply(crop, input, ramp, List.of(new double[] {0, 0, 1, 1}));
    // Weights 1 3 3 1 inside, 3 3 1 at the border.
    assertThat(halved[0]).isCloseTo((3 * 1 + 2) / 7f, within(1e-6f));
    assertThat(halved[3]).isCloseTo(2.5f, within(1e-6f));
  }

  @Test
  void aCropNarrowerThanAPixelShowsOnePixel() {
    ImageShape input = ImageShape.square(4);
    Transformation crop =
        Applied.create(
            "random-resized-crop",
            new RandomResizedCropConfig(List.of(0.1, 1.0), List.of(0.5, 2.0), List.of()),
            input);
    float[] image = Applied.images(1, input, 3);
    float[] result = Applied.apply(crop, input, image, List.of(new double[] {0.5, 0.25, 0, 0}));
    for (int i = 0; i < result.length; i++) {
      assertThat(result[i]).isEqualTo(image[(1 * 4 + 2) * 3 + i % 3]);
    }
  }

  @Test
  void refusesWhatIsOutOfRangeAllAtOnce() {
    assertThatThrownBy(
            () -> new RandomResizedCropConfig(List.of(0.0, 1.5), List.of(2.0, 1.0), List.of(0)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            area[0] must be in (0, 1], got 0
            area[1] must be in (0, 1], got 1.5
            size[0] must be at least 1, got 0
            ratio must be [smallest, largest], got [2.0, 1.0]""");
  }
}
