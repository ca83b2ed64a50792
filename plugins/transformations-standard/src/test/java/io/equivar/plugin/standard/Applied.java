package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.plugin.EquivarPlugin;
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

/** Transformations as the plugin offers them, and what they make of images in a real graph. */
final class Applied {

  private Applied() {}

  /** Creates a transformation by its name within the plugin. */
  static Transformation create(String name, Record config, ImageShape shape) {
    TransformationFactory<?> factory =
        ServiceLoader.load(EquivarPlugin.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(plugin -> plugin.namespace().equals("standard"))
            .flatMap(plugin -> plugin.transformations().stream())
            .filter(offered -> offered.name().equals(name))
            .findFirst()
            .orElseThrow();
    return create(factory, config, shape);
  }

  private static <C extends Record> Transformation create(
      TransformationFactory<C> factory, Record config, ImageShape shape) {
    CreationContext context =
        new CreationContext() {
          @Override
          public String location() {
            return "pipeline[0]." + factory.name();
          }

          @Override
          public ImageShape imageShape() {
            return shape;
          }
        };
    return factory.create(factory.configType().cast(config), context);
  }

  /** Draws a row; neighbouring seeds give unrelated rows. */
  static double[] sample(Transformation transformation, long seed) {
    return row(transformation, row -> transformation.sample(new SplittableRandom(seed), row));
  }

  /** Makes a row of named values; what is not named is as in the identity. */
  static double[] row(Transformation transformation, Map<String, Double> values) {
    return row(
        transformation,
        row -> {
          transformation.identity(row);
          values.forEach(row::set);
        });
  }

  /** Makes a row, in double precision so that every value stays within its range. */
  static double[] row(Transformation transformation, Consumer<Row> fill) {
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
    return values.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Makes images of random pixels in [0, 1), row-major {@code [batch, height, width, 3]}. */
  static float[] images(int batch, ImageShape shape, long seed) {
    Random random = new Random(seed);
    float[] images = new float[batch * size(shape)];
    for (int i = 0; i < images.length; i++) {
      images[i] = random.nextFloat();
    }
    return images;
  }

  /** Returns the number of values of an image. */
  static int size(ImageShape shape) {
    return shape.height() * shape.width() * 3;
  }

  /** Applies a transformation to a batch, one row of parameters per image. */
  static float[] apply(
      Transformation transformation, ImageShape shape, float[] images, List<double[]> rows) {
    return new TransformationRunner()
        .run(transformation, shape, images, rows.toArray(double[][]::new));
  }
}
