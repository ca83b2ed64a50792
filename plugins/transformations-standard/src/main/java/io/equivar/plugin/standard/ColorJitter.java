package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageOps;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Changes brightness, contrast, saturation and hue (Chen et al. 2020, appendix A), as torchvision's
 * {@code ColorJitter} does with images in [0, 1]: {@code f x + (1 - f) y} clipped to [0, 1], {@code
 * y} being black, the mean gray of the image, the gray of the pixel; and a turn of the hue.
 *
 * <p>Columns {@code brightness}, {@code contrast} and {@code saturation} (factors, 1 changes
 * nothing), {@code hue} (turns, 0 changes nothing), and {@code order}, unless that is fixed: the
 * place of the order in the list of all 24, brightness before contrast before saturation before
 * hue. Rows without any change let their images pass as they are, also outside [0, 1].
 */
final class ColorJitter implements Transformation {

  private static final int UNCHANGED = 4;

  private final ColorJitterConfig config;
  private final ParameterSpec parameters;

  ColorJitter(ColorJitterConfig config) {
    this.config = config;
    List<Column> columns = new ArrayList<>();
    columns.add(factor("brightness", config.brightness()));
    columns.add(factor("contrast", config.contrast()));
    columns.add(factor("saturation", config.saturation()));
    columns.add(Column.continuous("hue", -config.hue(), config.hue(), "turns"));
    if (hasOrder()) {
      columns.add(Column.categorical("order", JitterOrders.count()));
    }
    this.parameters = ParameterSpec.of(columns);
  }

  @Override
  public ParameterSpec parameters() {
    return parameters;
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    for (Column column : parameters.columns()) {
      row.set(
          column.name(),
          column.kind() == Column.Kind.CATEGORICAL
              ? random.nextInt(JitterOrders.count())
              : new Range(column.min(), column.max()).sample(random));
    }
  }

  @Override
  public boolean identity(Row row) {
    row.set("brightness", 1);
    row.set("contrast", 1);
    row.set("saturation", 1);
    row.set("hue", 0);
    if (hasOrder()) {
      row.set("order", 0);
    }
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Only the place of the hue among the others takes different operations. The images are parted
   * by it, and those that nothing changes are left alone.
   */
  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    ImageOps ops = g.images();
    Operand<TFloat32> hue = parameters.column("hue");
    Operand<TInt32> order =
        hasOrder()
            ? tf.dtypes.cast(parameters.column("order"), TInt32.class)
            : tf.zerosLike(tf.dtypes.cast(hue, TInt32.class));
    JitterStages stages = new JitterStages(g, parameters, order);
    List<ImageOps.Branch> branches = new ArrayList<>();
    for (int place = 0; place < UNCHANGED; place++) {
      int stagesBeforeHue = place;
      branches.add(
          (part, rows) -> {
            Operand<TFloat32> x = part;
            for (int stage = 0; stage < UNCHANGED; stage++) {
              if (stage == stagesBeforeHue) {
                x = turnHue(g, x, tf.gather(hue, rows, tf.constant(0)));
              } else {
                x = stages.apply(x, rows, stage < stagesBeforeHue ? stage : stage - 1);
              }
            }
            return x;
          });
    }
    branches.add((part, rows) -> part);
    return ops.byGroup(
        ops.fromPlanes(ops.toPlanes(images)), groups(tf, parameters, order), branches);
  }

  private Operand<TInt32> groups(Ops tf, Parameters parameters, Operand<TInt32> order) {
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TBool> sameColors =
        tf.math.logicalAnd(
            tf.math.equal(parameters.column("saturation"), one),
            tf.math.equal(parameters.column("hue"), tf.constant(0f)));
    Operand<TBool> sameLight =
        tf.math.logicalAnd(
            tf.math.equal(parameters.column("brightness"), one),
            tf.math.equal(parameters.column("contrast"), one));
    Operand<TInt32> placeOfHue =
        tf.gather(tf.constant(JitterOrders.placesOfHue()), order, tf.constant(0));
    return tf.select(tf.math.logicalAnd(sameColors, sameLight), tf.constant(UNCHANGED), placeOfHue);
  }

  private static Operand<TFloat32> turnHue(
      GraphContext g, Operand<TFloat32> images, Operand<TFloat32> turns) {
    Ops tf = g.tf();
    long height = images.shape().get(1);
    long width = images.shape().get(2);
    Operand<TFloat32> colors =
        tf.reshape(g.images().toPlanes(images), tf.constant(new long[] {-1, 3, height * width}));
    return g.images()
        .fromPlanes(
            tf.reshape(
                new HueRotation(tf).apply(colors, turns),
                tf.constant(new long[] {-1, 3, height, width})));
  }

  private boolean hasOrder() {
    return config.order() == ColorJitterConfig.Order.RANDOM;
  }

  private static Column factor(String name, double extent) {
    return Column.continuous(name, Math.max(0, 1 - extent), 1 + extent, "");
  }
}
