package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageOps;
import io.equivar.api.transformation.Parameters;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Brightness, contrast and saturation of a batch, in an order of each image's own. All three are
 * {@code f x + (1 - f) y}, clipped to [0, 1], with {@code y} black, the image's mean gray, or the
 * pixel's gray; so a stage is one 3 x 3 product and a bias, and which of the three it is, is data.
 */
final class JitterStages {

  private static final int STAGES = 3;
  private static final int CONTRAST = 1;
  private static final int SATURATION = 2;

  private final Ops tf;
  private final ImageOps ops;
  private final Operand<TFloat32> operations;
  private final Operand<TFloat32> factors;

  /**
   * Looks up what every image's stages do.
   *
   * @param parameters with {@code brightness}, {@code contrast} and {@code saturation}
   * @param order {@code int32 [batch]}
   */
  JitterStages(GraphContext g, Parameters parameters, Operand<TInt32> order) {
    this.tf = g.tf();
    this.ops = g.images();
    Operand<TFloat32> chosen = tf.gather(tf.constant(JitterOrders.stages()), order, tf.constant(0));
    this.operations = tf.reshape(chosen, tf.constant(new int[] {-1, STAGES, STAGES}));
    List<Operand<TFloat32>> columns =
        List.of(
            parameters.column("brightness"),
            parameters.column("contrast"),
            parameters.column("saturation"));
    Operand<TFloat32> byOperation =
        tf.reshape(
            tf.stack(columns, org.tensorflow.op.core.Stack.axis(1L)),
            tf.constant(new int[] {-1, 1, STAGES}));
    this.factors = tf.sum(tf.math.mul(operations, byOperation), tf.constant(2));
  }

  /**
   * Adds one stage for some of the images.
   *
   * @param images {@code [n, height, width, 3]}
   * @param rows their places in the batch, {@code int32 [n]}
   * @param stage 0, 1 or 2
   */
  Operand<TFloat32> apply(Operand<TFloat32> images, Operand<TInt32> rows, int stage) {
    Operand<TFloat32> factor = value(factors, rows, stage);
    Operand<TFloat32> rest = tf.math.sub(tf.constant(1f), factor);
    Operand<TFloat32> grayPart = tf.math.mul(rest, value(operations, rows, stage, SATURATION));
    Operand<TFloat32> meanPart = tf.math.mul(rest, value(operations, rows, stage, CONTRAST));
    Operand<TFloat32> matrices =
        tf.math.add(
            tf.math.mul(factor, tf.constant(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1})),
            tf.math.mul(grayPart, tf.constant(Luminance.matrix())));
    Operand<TFloat32> meanGray =
        tf.sum(
            tf.math.mul(ops.channelMeans(images), tf.constant(Luminance.weights())),
            tf.constant(1),
            org.tensorflow.op.core.Sum.keepDims(true));
    Operand<TFloat32> bias =
        tf.math.mul(tf.math.mul(meanPart, meanGray), tf.constant(new float[] {1, 1, 1}));
    Operand<TFloat32> mapped =
        ops.affineColor(images, tf.reshape(matrices, tf.constant(new int[] {-1, 3, 3})), bias);
    return ops.fromPlanes(UnitRange.limit(tf, ops.toPlanes(mapped)));
  }

  /** Returns one number per image, {@code [n, 1]}. */
  private Operand<TFloat32> value(Operand<TFloat32> table, Operand<TInt32> rows, int... place) {
    int[] begin = new int[place.length + 1];
    int[] size = new int[place.length + 1];
    size[0] = -1;
    for (int i = 0; i < place.length; i++) {
      begin[i + 1] = place[i];
      size[i + 1] = 1;
    }
    Operand<TFloat32> values = tf.slice(table, tf.constant(begin), tf.constant(size));
    return tf.gather(tf.reshape(values, tf.constant(new int[] {-1, 1})), rows, tf.constant(0));
  }
}
