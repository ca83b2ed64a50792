package io.equivar.plugin.augmix;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import io.equivar.api.transformation.TransformationFactory;
import io.equivar.core.pipeline.TransformationRunner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Transformations as the plugin offers them, their rows, and what they make of images. */
final class Applied {

  private Applied() {}

  /** Creates a transformation by its configuration. */
  static Transformation create(Record config, ImageShape shape) {
    TransformationFactory<?> factory =
        ServiceLoader.load(EquivarPlugin.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(plugin -> plugin.namespace().equals("augmix"))
            .flatMap(plugin -> plugin.transformations().stream())
            .filter(offered -> offered.configType() == config.getClass())
            .findFirst()
            .orElseThrow();
    return create(factory, config, new Place("pipeline[0]." + factory.name(), shape));
  }

  private static <C extends Record> Transformation create(
      TransformationFactory<C> factory, Record config, CreationContext context) {
    return factory.create(factory.configType().cast(config), context);
  }

  /** Draws a row; neighbouring seeds give unrelated rows. */
  static Map<String, Double> sample(Transformation transformation, long seed) {
    return row(transformation, row -> transformation.sample(new SplittableRandom(seed), row));
  }

  /** Returns the row that changes nothing. */
  static Map<String, Double> identity(Transformation transformation) {
    return row(transformation, row -> assertThat(transformation.identity(row)).isTrue());
  }

  private static Map<String, Double> row(Transformation transformation, Consumer<Row> fill) {
    Map<String, Double> values = new LinkedHashMap<>();
    transformation.parameters().columns().forEach(column -> values.put(column.name(), Double.NaN));
    fill.accept(
        new Row() {
          @Override
          public void set(String column, double value) {
            assertThat(values.replace(column, value)).as(column).isNotNull();
          }

          @Override
          public double get(String column) {
            return values.get(column);
          }
        });
    for (Column column : transformation.parameters().columns()) {
      assertThat(values.get(column.name())).as(column.toString()).matches(column::accepts);
    }
    return values;
  }

  /** Makes images of random bytes over 255, row-major {@code [batch, height, width, 3]}. */
  static float[] images(int batch, ImageShape shape, long seed) {
    Random random = new Random(seed);
    float[] images = new float[batch * size(shape)];
    for (int i = 0; i < images.length; i++) {
      images[i] = random.nextInt(256) / 255f;
    }
    return images;
  }

  /** Returns the number of values of an image. */
  static int size(ImageShape shape) {
    return shape.height() * shape.width() * 3;
  }

  /** Applies a transformation to a batch, one row of parameters per image. */
  static float[] apply(
      Transformation transformation,
      ImageShape shape,
      float[] images,
      List<Map<String, Double>> rows) {
    return new TransformationRunner()
        .run(
            transformation,
            shape,
            images,
            rows.stream()
                .map(row -> row.values().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new));
  }

  private record Place(String location, ImageShape imageShape) implements CreationContext {}
}
