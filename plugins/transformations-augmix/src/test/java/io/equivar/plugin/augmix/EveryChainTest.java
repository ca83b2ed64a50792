package io.equivar.plugin.augmix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import io.equivar.api.transformation.TransformationFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What all transformations of the plugin promise. */
class EveryChainTest {

  private static final int BATCH = 8;

  static Stream<Record> configurations() {
    return Stream.of(
        Defaults.AUGMIX,
        new AugMixConfig(2, List.of(2, 4), 10, 0.5, List.of(Operation.values())),
        Defaults.RAND_AUGMENT,
        Defaults.TRIVIAL_AUGMENT);
  }

  static Stream<Arguments> all() {
    return configurations()
        .flatMap(
            config ->
                Stream.of(ImageShape.square(16), new ImageShape(13, 20), new ImageShape(18, 2))
                    .map(shape -> Arguments.of(config, shape)));
  }

  @Test
  void allThatThePluginOffersAreTested() {
    assertThat(new AugMixPlugin().transformations())
        .extracting(TransformationFactory::configType)
        .allSatisfy(type -> assertThat(configurations()).anyMatch(type::isInstance));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void parametersAreNoLabel(Record config) {
    assertThat(Applied.create(config, ImageShape.square(16)).parameters().isLabel()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void theSameSeedDrawsTheSameRow(Record config) {
    Transformation transformation = Applied.create(config, ImageShape.square(16));
    for (long seed = 0; seed < 20; seed++) {
      assertThat(Applied.sample(transformation, seed))
          .isEqualTo(Applied.sample(transformation, seed));
    }
    assertThat(
            LongStream.range(0, 20)
                .mapToObj(seed -> Applied.sample(transformation, seed))
                .distinct())
        .hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aDrawReplaysAloneAndLeavesColoursInRange(Record config, ImageShape shape) {
    Transformation transformation = Applied.create(config, shape);
    List<Map<String, Double>> rows = rows(transformation);
    int size = Applied.size(shape);
    float[] images = Applied.images(BATCH, shape, 5);
    float[] together = Applied.apply(transformation, shape, images, rows);
    for (int i = 0; i < BATCH; i++) {
      float[] alone =
          Applied.apply(
              transformation,
              shape,
              Arrays.copyOfRange(images, i * size, (i + 1) * size),
              List.of(rows.get(i)));
      assertThat(Arrays.copyOfRange(together, i * size, (i + 1) * size))
          .containsExactly(alone, within(1e-5f));
    }
    for (float value : together) {
      assertThat(value).isBetween(-1e-6f, 1 + 1e-6f);
    }
    assertThat(together).isNotEqualTo(images);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theIdentityChangesNothingBesideRowsThatDo(Record config, ImageShape shape) {
    Transformation transformation = Applied.create(config, shape);
    List<Map<String, Double>> rows = new ArrayList<>(rows(transformation));
    rows.set(0, Applied.identity(transformation));
    rows.set(BATCH - 1, Applied.identity(transformation));
    int size = Applied.size(shape);
    float[] images = Applied.images(BATCH, shape, 6);
    float[] changed = Applied.apply(transformation, shape, images, rows);
    for (int i : new int[] {0, BATCH - 1}) {
      assertThat(Arrays.copyOfRange(changed, i * size, (i + 1) * size))
          .isEqualTo(Arrays.copyOfRange(images, i * size, (i + 1) * size));
    }
    assertThat(changed).isNotEqualTo(images);
  }

  @ParameterizedTest
  @MethodSource("all")
  void uniformAndNormalisedImagesStayFinite(Record config, ImageShape shape) {
    Transformation transformation = Applied.create(config, shape);
    float[] images = Applied.images(BATCH, shape, 7);
    for (int i = 0; i < images.length; i++) {
      images[i] = i < images.length / 2 ? 0.25f : 5 * images[i] - 2.5f;
    }
    for (float value : Applied.apply(transformation, shape, images, rows(transformation))) {
      assertThat(value).isFinite();
    }
  }

  private static List<Map<String, Double>> rows(Transformation transformation) {
    return LongStream.range(0, BATCH)
        .mapToObj(seed -> Applied.sample(transformation, 100 + seed))
        .toList();
  }
}
