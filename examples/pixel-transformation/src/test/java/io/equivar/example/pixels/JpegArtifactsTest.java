package io.equivar.example.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.PixelImage;
import io.equivar.api.transformation.PixelTransformation;
import io.equivar.api.transformation.PixelTransformationFactory;
import io.equivar.core.image.TableRow;
import io.equivar.example.pixels.JpegArtifactsPlugin.Config;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JpegArtifactsTest {

  private static final ImageShape SHAPE = new ImageShape(24, 40);

  private record Place(String location, ImageShape imageShape) implements CreationContext {}

  @Test
  void losesMoreTheLowerTheQuality() {
    PixelTransformation transformation = create(new Config(0, 1));
    PixelImage image = noise();
    double[] errors =
        IntStream.of(0, 1, 2)
            .mapToDouble(
                half -> error(image, transformation.apply(image, row(transformation, half / 2.0))))
            .toArray();
    assertThat(errors[0]).isGreaterThan(errors[1]);
    assertThat(errors[1]).isGreaterThan(errors[2]);
    assertThat(errors[2]).isPositive().isLessThan(2);
  }

  @Test
  void keepsAnImageOfOneColour() {
    PixelTransformation transformation = create(new Config(0, 1));
    byte[] grey = new byte[SHAPE.height() * SHAPE.width() * 3];
    Arrays.fill(grey, (byte) 128);
    PixelImage image = PixelImage.of(SHAPE, grey);
    assertThat(transformation.apply(image, row(transformation, 0.3))).isEqualTo(image);
  }

  @Test
  void makesTheSamePixelsOnEveryThread() {
    PixelTransformation transformation = create(new Config(0, 1));
    PixelImage image = noise();
    PixelImage alone = transformation.apply(image, row(transformation, 0.2));
    assertThat(
            IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> transformation.apply(image, row(transformation, 0.2))))
        .allMatch(alone::equals);
  }

  @Test
  void drawsItsQualityBetweenTheBounds() {
    PixelTransformation transformation = create(new Config(0.2, 0.3));
    Random random = new Random(4);
    for (int i = 0; i < 100; i++) {
      TableRow row = row(transformation, 0.25);
      transformation.sample(random, row);
      assertThat(row.get("quality")).isBetween(0.2, 0.3).isNotEqualTo(0.25);
    }
  }

  @Test
  void refusesBoundsInTheWrongOrder() {
    assertThatThrownBy(() -> new Config(0.7, 0.6))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("lowest must not exceed highest, got 0.7");
  }

  private static double error(PixelImage before, PixelImage after) {
    assertThat(after.shape()).isEqualTo(before.shape());
    byte[] x = before.toBytes();
    byte[] y = after.toBytes();
    return IntStream.range(0, x.length)
        .map(i -> Math.abs(Byte.toUnsignedInt(x[i]) - Byte.toUnsignedInt(y[i])))
        .average()
        .orElseThrow();
  }

  /** Returns grey noise: colours are kept at half the resolution, whatever the quality. */
  private static PixelImage noise() {
    byte[] rgb = new byte[SHAPE.height() * SHAPE.width() * 3];
    Random random = new Random(2);
    for (int i = 0; i < rgb.length; i += 3) {
      Arrays.fill(rgb, i, i + 3, (byte) random.nextInt(256));
    }
    return PixelImage.of(SHAPE, rgb);
  }

  private static TableRow row(PixelTransformation transformation, double quality) {
    TableRow row = new TableRow(transformation.parameters(), new float[1], 0);
    row.set("quality", quality);
    return row;
  }

  private static PixelTransformation create(Config config) {
    return create(new JpegArtifactsPlugin().pixelTransformations().get(0), config);
  }

  private static <C extends Record> PixelTransformation create(
      PixelTransformationFactory<C> factory, Config config) {
    return factory.create(
        factory.configType().cast(config), new Place("pipeline[0].jpeg-artifacts", SHAPE));
  }
}
