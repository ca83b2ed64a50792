package io.equivar.core.data.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.Factors;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.generated.GeneratedImages.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class GeneratedImagesTest {

  private final ImageSet images = set(64, 32, 7, Split.TRAINING);

  @Test
  void drawsTheSameBytesOnEveryMachine() {
    CRC32 checksum = new CRC32();
    for (int i = 0; i < images.size(); i++) {
      checksum.update(pixels(images, i));
    }

    assertThat(checksum.getValue()).isEqualTo(369340358L);
  }

  @Test
  void aLargerSetStartsWithTheSmallerOne() {
    assertThat(pixels(set(1000, 32, 7, Split.TRAINING), 63)).isEqualTo(pixels(images, 63));
  }

  @Test
  void seedAndSplitDecideTheImages() {
    assertThat(pixels(set(64, 32, 8, Split.TRAINING), 5)).isNotEqualTo(pixels(images, 5));
    assertThat(pixels(set(64, 32, 7, Split.TEST), 5)).isNotEqualTo(pixels(images, 5));
  }

  @Test
  void everyClassIsEquallyFrequentAndNamed() {
    assertThat(images.classNames())
        .containsExactly(
            "circle", "ring", "crescent", "square", "triangle", "star", "cross", "arrow");
    int[] counts = new int[8];
    for (int i = 0; i < images.size(); i++) {
      counts[images.label(i)]++;
    }
    assertThat(counts).containsOnly(8);
  }

  @Test
  void theFactorsSayWhereTheShapeIsAndWhichHueItHas() {
    Factors factors = images.factors().orElseThrow();
    int circle = 16;
    assertThat(images.label(circle)).isZero();

    int column = (int) (32 * factors.value(circle, "x"));
    int row = (int) (32 * factors.value(circle, "y"));
    byte[] pixels = pixels(images, circle);
    int place = 3 * (32 * row + column);
    double hue = hue(pixels[place] & 0xff, pixels[place + 1] & 0xff, pixels[place + 2] & 0xff);

    assertThat(hue).isCloseTo(factors.value(circle, "hue"), within(0.03));
  }

  @Test
  void theFactorsAreInTheirRangesAndDoNotTellTheClass() {
    ImageSet many = set(4000, 8, 3, Split.TRAINING);
    Factors factors = many.factors().orElseThrow();

    assertThat(factors.names()).containsExactly("x", "y", "size", "hue", "rotation-degrees");
    assertThat(factors.size()).isEqualTo(4000);
    for (int label = 0; label < 8; label++) {
      List<Double> hues = new ArrayList<>();
      for (int i = label; i < 4000; i += 8) {
        hues.add(factors.value(i, "hue"));
        double size = factors.value(i, "size");
        assertThat(size).isBetween(0.18, 0.32);
        assertThat(factors.value(i, "x")).isBetween(size, 1 - size);
        assertThat(factors.value(i, "y")).isBetween(size, 1 - size);
        assertThat(factors.value(i, "rotation-degrees")).isBetween(-30.0, 30.0);
      }
      assertThat(hues.stream().mapToDouble(hue -> hue).average().orElseThrow())
          .isCloseTo(0.5, within(0.05));
    }
  }

  @Test
  void aSceneLooksAlikeAtAnySize() {
    byte[] small = pixels(set(1, 16, 1, Split.TRAINING), 0);
    byte[] large = pixels(set(1, 64, 1, Split.TRAINING), 0);

    double difference = 0;
    for (int row = 0; row < 16; row++) {
      for (int column = 0; column < 16; column++) {
        double mean = 0;
        for (int k = 0; k < 16; k++) {
          mean += (large[3 * (64 * (4 * row + k / 4) + 4 * column + k % 4)] & 0xff) / 16.0;
        }
        difference += Math.abs(mean - (small[3 * (16 * row + column)] & 0xff)) / 256;
      }
    }
    assertThat(difference).isLessThan(12);
  }

  @Test
  void thePixelsOfTheNearestImageDoNotTellTheClass() {
    ImageSet known = set(1600, 16, 1, Split.TRAINING);
    ImageSet asked = set(200, 16, 1, Split.TEST);
    List<byte[]> knownPixels =
        IntStream.range(0, known.size()).mapToObj(j -> pixels(known, j)).toList();
    int hits = 0;
    for (int i = 0; i < asked.size(); i++) {
      byte[] pixels = pixels(asked, i);
      long best = Long.MAX_VALUE;
      int label = -1;
      for (int j = 0; j < known.size(); j++) {
        long distance = squaredDistance(pixels, knownPixels.get(j));
        if (distance < best) {
          best = distance;
          label = known.label(j);
        }
      }
      hits += label == asked.label(i) ? 1 : 0;
    }
    assertThat(hits / 200.0).as("chance is 0.125").isLessThan(0.4);
  }

  @Test
  void onlyTheColoursOfTheShapesAreOthers() {
    ImageSet all = set(200, 32, 7, Split.TRAINING);
    ImageSet warm =
        new GeneratedImages(
            200, ImageShape.square(32), 7, Split.TRAINING, ShapeColors.between(0.1, 0.4, 0.5, 0.9));

    for (int i = 0; i < 200; i++) {
      for (String factor : List.of("x", "y", "size", "rotation-degrees")) {
        assertThat(warm.factors().orElseThrow().value(i, factor))
            .isEqualTo(all.factors().orElseThrow().value(i, factor));
      }
      assertThat(warm.factors().orElseThrow().value(i, "hue"))
          .isCloseTo(0.1 + 0.3 * all.factors().orElseThrow().value(i, "hue"), within(1e-12));
    }
    assertThat(meanSpread(warm)).isGreaterThan(1.3 * meanSpread(all));
  }

  /** How far the largest channel is from the smallest, on average over the pixels. */
  private static double meanSpread(ImageSet images) {
    double sum = 0;
    for (int i = 0; i < images.size(); i++) {
      byte[] pixels = pixels(images, i);
      for (int p = 0; p < pixels.length; p += 3) {
        int red = pixels[p] & 0xFF;
        int green = pixels[p + 1] & 0xFF;
        int blue = pixels[p + 2] & 0xFF;
        sum += Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
      }
    }
    return sum / images.size();
  }

  @Test
  void imagesNeedNotBeSquare() {
    ImageSet wide = new GeneratedImages(3, new ImageShape(10, 20), 1, Split.TRAINING);

    assertThat(wide.imageBytes()).isEqualTo(600);
    byte[] target = new byte[700];
    wide.read(2, target, 100);
    assertThat(Arrays.copyOf(target, 100)).containsOnly(0);
    assertThat(target[650]).isNotZero();
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(() -> images.label(64)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.read(-1, new byte[3072], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.read(0, new byte[3072], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.factors().orElseThrow().value(0, "colour"))
        .hasMessage("factors are [x, y, size, hue, rotation-degrees], got 'colour'");
    assertThatThrownBy(() -> set(0, 32, 7, Split.TRAINING))
        .hasMessage("a generated set has at least 1 image, got 0");
  }

  private static ImageSet set(int size, int side, long seed, Split split) {
    return new GeneratedImages(size, ImageShape.square(side), seed, split);
  }

  private static byte[] pixels(ImageSet set, int index) {
    byte[] pixels = new byte[set.imageBytes()];
    set.read(index, pixels, 0);
    return pixels;
  }

  private static long squaredDistance(byte[] a, byte[] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      int gap = (a[i] & 0xff) - (b[i] & 0xff);
      sum += gap * gap;
    }
    return sum;
  }

  private static double hue(int red, int green, int blue) {
    return java.awt.Color.RGBtoHSB(red, green, blue, null)[0];
  }
}
