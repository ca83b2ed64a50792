package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColorJitterTest {

  private static final ImageShape SHAPE = new ImageShape(7, 5);

  /** Lexicographic, as the column {@code order} counts them. */
  private static final List<String> ORDERS =
      List.of(
          "bcsh", "bchs", "bsch", "bshc", "bhcs", "bhsc", "cbsh", "cbhs", "csbh", "cshb", "chbs",
          "chsb", "sbch", "sbhc", "scbh", "schb", "shbc", "shcb", "hbcs", "hbsc", "hcbs", "hcsb",
          "hsbc", "hscb");

  private static Transformation jitter(double hue, ColorJitterConfig.Order order) {
    return Applied.create("color-jitter", new ColorJitterConfig(0.6, 0.6, 0.6, hue, order), SHAPE);
  }

  @Test
  void everyOrderAgreesWithTheOperationsOneAfterTheOther() {
    Transformation jitter = jitter(0.5, ColorJitterConfig.Order.RANDOM);
    float[] images = Applied.images(ORDERS.size(), SHAPE, 1);
    // Gray, black, white and two equal colours are where the hue is special.
    System.arraycopy(
        new float[] {.5f, .5f, .5f, 0, 0, 0, 1, 1, 1, .9f, .9f, .2f, .1f, .8f, .8f, 1, 0, 0},
        0,
        images,
        0,
        18);
    Random random = new Random(2);
    List<Map<String, Double>> rows = new ArrayList<>();
    for (int order = 0; order < ORDERS.size(); order++) {
      rows.add(
          Map.of(
              "brightness", 0.4 + 1.2 * random.nextDouble(),
              "contrast", 0.4 + 1.2 * random.nextDouble(),
              "saturation", 0.4 + 1.2 * random.nextDouble(),
              "hue", random.nextDouble() - 0.5,
              "order", (double) order));
    }
    float[] jittered =
        Applied.apply(
            jitter, SHAPE, images, rows.stream().map(row -> Applied.row(jitter, row)).toList());
    int size = Applied.size(SHAPE);
    for (int order = 0; order < ORDERS.size(); order++) {
      float[] image = Arrays.copyOfRange(images, order * size, (order + 1) * size);
      double[] expected = HostJitter.apply(image, ORDERS.get(order), rows.get(order));
      for (int i = 0; i < size; i++) {
        assertThat((double) jittered[order * size + i])
            .as("order %s, value %d", ORDERS.get(order), i)
            .isCloseTo(expected[i], within(2e-5));
      }
    }
  }

  @Test
  void theFixedOrderEndsWithTheHue() {
    Transformation jitter = jitter(0.5, ColorJitterConfig.Order.FIXED);
    Map<String, Double> row =
        Map.of("brightness", 1.5, "contrast", 0.5, "saturation", 1.4, "hue", 0.3);
    float[] image = Applied.images(1, SHAPE, 3);
    float[] jittered = Applied.apply(jitter, SHAPE, image, List.of(Applied.row(jitter, row)));
    double[] expected = HostJitter.apply(image, "bcsh", row);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) jittered[i]).isCloseTo(expected[i], within(2e-5));
    }
  }

  @Test
  void withoutHueTheOrderOfTheOthersStillCounts() {
    Transformation jitter = jitter(0, ColorJitterConfig.Order.RANDOM);
    Map<String, Double> row =
        Map.of("brightness", 1.6, "contrast", 0.5, "saturation", 1.6, "hue", 0.0, "order", 17.0);
    float[] image = Applied.images(1, SHAPE, 4);
    float[] jittered = Applied.apply(jitter, SHAPE, image, List.of(Applied.row(jitter, row)));
    double[] expected = HostJitter.apply(image, "scb", row);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) jittered[i]).isCloseTo(expected[i], within(2e-5));
    }
  }

  @Test
  void drawsFactorsAroundOneAndEveryOrder() {
    Transformation jitter =
        Applied.create(
            "color-jitter",
            new ColorJitterConfig(0.4, 2, 0.1, 0.1, ColorJitterConfig.Order.RANDOM),
            SHAPE);
    Map<String, double[]> seen = new HashMap<>();
    Set<Double> orders = new HashSet<>();
    for (int seed = 0; seed < 2000; seed++) {
      double[] row = Applied.sample(jitter, seed);
      for (int i = 0; i < 4; i++) {
        double value = row[i];
        seen.merge(
            jitter.parameters().columns().get(i).name(),
            new double[] {value, value},
            (a, b) -> new double[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
      }
      orders.add(row[4]);
    }
    assertRange(seen.get("brightness"), 0.6, 1.4);
    assertRange(seen.get("contrast"), 0, 3);
    assertRange(seen.get("saturation"), 0.9, 1.1);
    assertRange(seen.get("hue"), -0.1, 0.1);
    assertThat(orders).hasSize(24);
  }

  private static void assertRange(double[] seen, double min, double max) {
    double slack = 0.01 * (max - min);
    assertThat(seen[0]).isBetween(min - 1e-6, min + slack);
    assertThat(seen[1]).isBetween(max - slack, max + 1e-6);
  }

  @Test
  void unchangedImagesPassAlsoOutsideTheUnitRange() {
    Transformation jitter = jitter(0.5, ColorJitterConfig.Order.RANDOM);
    float[] image = Applied.images(1, SHAPE, 5);
    image[5] = -3;
    image[6] = 7;
    assertThat(Applied.apply(jitter, SHAPE, image, List.of(Applied.row(jitter, Map.of()))))
        .containsExactly(image);
  }

  @Test
  void refusesAHueOfMoreThanHalfATurn() {
    assertThatThrownBy(
            () -> new ColorJitterConfig(0.4, -1, 0.4, 0.8, ColorJitterConfig.Order.RANDOM))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("hue must be in [0, 0.5], got 0.8")
        .hasMessageContaining("contrast must be at least 0, got -1");
  }
}
