package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import io.equivar.api.transformation.TransformationFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every transformation promises, on images that are not square where it takes such. */
class EveryTransformationTest {

  private static final ImageShape SHAPE = new ImageShape(13, 20);

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
          "random-erasing",
          "cut-out",
          "four-fold-rotation");

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
                List.of(0.0, 0.0, 0.0))),
        Arguments.of(
            "cut-out",
            new CutOutConfig(0.5, RandomErasingConfig.Fill.VALUE, List.of(0.1, 0.2, 0.3))),
        Arguments.of("channel-drop", new ChannelDropConfig(0.5)),
        Arguments.of("four-fold-rotation", new NoSettings()));
  }

  private static ImageShape shape(String name) {
    return name.equals("four-fold-rotation") ? ImageShape.square(15) : SHAPE;
  }

  @ParameterizedTest
  @MethodSource("all")
  void anImageIsChangedByItsOwnRowAndNothingElse(String name, Record config) {
    ImageShape shape = shape(name);
    int size = Applied.size(shape);
    Transformation transformation = Applied.create(name, config, shape);
    List<double[]> rows =
        Stream.of(1, 2, 3, 4).map(seed -> Applied.sample(transformation, seed)).toList();
    float[] images = Applied.images(4, shape, 5);
    float[] together = Applied.apply(transformation, shape, images, rows);
    for (int i = 0; i < 4; i++) {
      float[] image = Arrays.copyOfRange(images, i * size, (i + 1) * size);
      float[] alone = Applied.apply(transformation, shape, image, List.of(rows.get(i)));
      assertClose(Arrays.copyOfRange(together, i * size, (i + 1) * size), alone);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void equalRowsActEquallyAndChangeSomething(String name, Record config) {
    ImageShape shape = shape(name);
    int size = Applied.size(shape);
    Transformation transformation = Applied.create(name, config, shape);
    double[] row = Applied.sample(transformation, 1);
    float[] image = Applied.images(1, shape, 6);
    float[] other = Applied.images(1, shape, 7);
    float[] images = new float[3 * size];
    System.arraycopy(image, 0, images, 0, size);
    System.arraycopy(other, 0, images, size, size);
    System.arraycopy(image, 0, images, 2 * size, size);
    float[] changed = Applied.apply(transformation, shape, images, List.of(row, row, row));
    assertClose(
        Arrays.copyOfRange(changed, 2 * size, 3 * size), Arrays.copyOfRange(changed, 0, size));
    assertThat(Arrays.copyOfRange(changed, 0, size)).isNotEqualTo(image);
    assertThat(Arrays.copyOfRange(changed, size, 2 * size))
        .isNotEqualTo(Arrays.copyOfRange(changed, 0, size));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSameSeedDrawsTheSameRow(String name, Record config) {
    ImageShape shape = shape(name);
    Transformation transformation = Applied.create(name, config, shape);
    assertThat(Applied.sample(transformation, 8)).isEqualTo(Applied.sample(transformation, 8));
    if (!transformation.parameters().isEmpty()) {
      assertThat(LongStream.range(0, 20).mapToObj(seed -> Applied.sample(transformation, seed)[0]))
          .doesNotContainSequence(Collections.nCopies(20, Applied.sample(transformation, 0)[0]));
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
    ImageShape shape = shape(name);
    int size = Applied.size(shape);
    Transformation transformation = Applied.create(name, config, shape);
    float[] images = Applied.images(2, shape, 12);
    for (int i = 0; i < size; i++) {
      images[i] = 0;
      images[size + i] = 5 * images[size + i] - 2.5f;
    }
    double[] row = Applied.sample(transformation, 13);
    for (float value : Applied.apply(transformation, shape, images, List.of(row, row))) {
      assertThat(value).isFinite();
    }
  }

  static Stream<Arguments> withIdentity() {
    return all().filter(arguments -> IDENTITIES.contains(arguments.get()[0]));
  }

  @ParameterizedTest
  @MethodSource("withIdentity")
  void theIdentityChangesNothingBesideRowsThatDo(String name, Record config) {
    ImageShape shape = shape(name);
    int size = Applied.size(shape);
    Transformation transformation = Applied.create(name, config, shape);
    double[] identity =
        Applied.row(transformation, row -> assertThat(transformation.identity(row)).isTrue());
    float[] images = Applied.images(3, shape, 10);
    float[] changed =
        Applied.apply(
            transformation,
            shape,
            images,
            List.of(identity, Applied.sample(transformation, 11), identity));
    assertThat(Arrays.copyOfRange(changed, 0, size)).isEqualTo(Arrays.copyOfRange(images, 0, size));
    assertThat(Arrays.copyOfRange(changed, 2 * size, 3 * size))
        .isEqualTo(Arrays.copyOfRange(images, 2 * size, 3 * size));
    assertThat(Arrays.copyOfRange(changed, size, 2 * size))
        .isNotEqualTo(Arrays.copyOfRange(images, size, 2 * size));
  }

  /** Kernels may add in another order when the batch has another size. */
  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).containsExactly(expected, within(1e-5f));
  }
}
