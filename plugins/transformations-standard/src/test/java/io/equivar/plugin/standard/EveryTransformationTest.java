package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import io.equivar.api.transformation.TransformationFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every transformation promises, on images that are not square. */
class EveryTransformationTest {

  private static final ImageShape SHAPE = new ImageShape(13, 20);
  private static final int SIZE = Applied.size(SHAPE);

  /** Which have parameters that change nothing, to the bit. */
  private static final Set<String> IDENTITIES =
      Set.of(
          "random-resized-crop",
          "color-jitter",
          "gaussian-blur",
          "sharpness",
          "rotation",
          "shear",
          "translation",
          "random-erasing");

  static Stream<Arguments> all() {
    return Stream.of(
        Arguments.of(
            "random-resized-crop",
            new RandomResizedCropConfig(List.of(0.2, 1.0), List.of(0.75, 1.5), List.of())),
        Arguments.of("horizontal-flip", new NoSettings()),
        Arguments.of("vertical-flip", new NoSettings()),
        Arguments.of(
            "color-jitter",
            new ColorJitterConfig(0.4, 0.4, 0.4, 0.1, ColorJitterConfig.Order.RANDOM)),
        Arguments.of("grayscale", new NoSettings()),
        Arguments.of("gaussian-blur", new GaussianBlurConfig(9, List.of(0.1, 2.0))),
        Arguments.of("invert", new NoSettings()),
        Arguments.of("autocontrast", new NoSettings()),
        Arguments.of(
            "normalize", new NormalizeConfig(List.of(0.43, 0.42, 0.39), List.of(0.27, 0.26, 0.27))),
        Arguments.of("solarize", new SolarizeConfig(List.of(0.25, 0.75))),
        Arguments.of("posterize", new PosterizeConfig(List.of(1, 6))),
        Arguments.of("equalize", new NoSettings()),
        Arguments.of("sharpness", new SharpnessConfig(List.of(0.25, 2.0))),
        Arguments.of("rotation", new RotationConfig(List.of(-30.0, 30.0))),
        Arguments.of("shear", new ShearConfig(List.of(-15.0, 15.0), List.of(-10.0, 10.0))),
        Arguments.of("translation", new TranslationConfig(List.of(-0.5, 0.5), List.of(-0.5, 0.5))),
        Arguments.of(
            "random-erasing",
            new RandomErasingConfig(
                List.of(0.1, 0.4),
                List.of(0.3, 3.3),
                RandomErasingConfig.Fill.MEAN,
                List.of(0.0, 0.0, 0.0))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void anImageIsChangedByItsOwnRowAndNothingElse(String name, Record config) {
    Transformation transformation = Applied.create(name, config, SHAPE);
    List<double[]> rows =
        Stream.of(1, 2, 3, 4).map(seed -> Applied.sample(transformation, seed)).toList();
    float[] images = Applied.images(4, SHAPE, 5);
    float[] together = Applied.apply(transformation, SHAPE, images, rows);
    for (int i = 0; i < 4; i++) {
      float[] image = Arrays.copyOfRange(images, i * SIZE, (i + 1) * SIZE);
      float[] alone = Applied.apply(transformation, SHAPE, image, List.of(rows.get(i)));
      assertClose(Arrays.copyOfRange(together, i * SIZE, (i + 1) * SIZE), alone);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void equalRowsActEquallyAndChangeSomething(String name, Record config) {
    Transformation transformation = Applied.create(name, config, SHAPE);
    double[] row = Applied.sample(transformation, 1);
    float[] image = Applied.images(1, SHAPE, 6);
    float[] other = Applied.images(1, SHAPE, 7);
    float[] images = new float[3 * SIZE];
    System.arraycopy(image, 0, images, 0, SIZE);
    System.arraycopy(other, 0, images, SIZE, SIZE);
    System.arraycopy(image, 0, images, 2 * SIZE, SIZE);
    float[] changed = Applied.apply(transformation, SHAPE, images, List.of(row, row, row));
    assertClose(
        Arrays.copyOfRange(changed, 2 * SIZE, 3 * SIZE), Arrays.copyOfRange(changed, 0, SIZE));
    assertThat(Arrays.copyOfRange(changed, 0, SIZE)).isNotEqualTo(image);
    assertThat(Arrays.copyOfRange(changed, SIZE, 2 * SIZE))
        .isNotEqualTo(Arrays.copyOfRange(changed, 0, SIZE));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSameSeedDrawsTheSameRow(String name, Record config) {
    Transformation transformation = Applied.create(name, config, SHAPE);
    assertThat(Applied.sample(transformation, 8)).isEqualTo(Applied.sample(transformation, 8));
    if (!transformation.parameters().isEmpty()) {
      assertThat(Applied.sample(transformation, 8)).isNotEqualTo(Applied.sample(transformation, 9));
    }
  }

  @Test
  void allThatThePluginOffersAreTested() {
    assertThat(new StandardTransformations().transformations())
        .extracting(TransformationFactory::name)
        .containsExactlyInAnyOrderElementsOf(
            all().map(arguments -> (String) arguments.get()[0]).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void uniformAndNormalisedImagesStayFinite(String name, Record config) {
    Transformation transformation = Applied.create(name, config, SHAPE);
    float[] images = Applied.images(2, SHAPE, 12);
    for (int i = 0; i < SIZE; i++) {
      images[i] = 0;
      images[SIZE + i] = 5 * images[SIZE + i] - 2.5f;
    }
    double[] row = Applied.sample(transformation, 13);
    for (float value : Applied.apply(transformation, SHAPE, images, List.of(row, row))) {
      assertThat(value).isFinite();
    }
  }

  static Stream<Arguments> withIdentity() {
    return all().filter(arguments -> IDENTITIES.contains(arguments.get()[0]));
  }

  @ParameterizedTest
  @MethodSource("withIdentity")
  void theIdentityChangesNothingBesideRowsThatDo(String name, Record config) {
    Transformation transformation = Applied.create(name, config, SHAPE);
    double[] identity =
        Applied.row(transformation, row -> assertThat(transformation.identity(row)).isTrue());
    float[] images = Applied.images(3, SHAPE, 10);
    float[] changed =
        Applied.apply(
            transformation,
            SHAPE,
            images,
            List.of(identity, Applied.sample(transformation, 11), identity));
    assertThat(Arrays.copyOfRange(changed, 0, SIZE)).isEqualTo(Arrays.copyOfRange(images, 0, SIZE));
    assertThat(Arrays.copyOfRange(changed, 2 * SIZE, 3 * SIZE))
        .isEqualTo(Arrays.copyOfRange(images, 2 * SIZE, 3 * SIZE));
    assertThat(Arrays.copyOfRange(changed, SIZE, 2 * SIZE))
        .isNotEqualTo(Arrays.copyOfRange(images, SIZE, 2 * SIZE));
  }

  /** Kernels may add in another order when the batch has another size. */
  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).containsExactly(expected, within(1e-5f));
  }
}
