package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Parameters;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Paints in every image the rectangle that the columns of {@link PixelBox} give.
 *
 * @param fill what takes the place
 * @param value the colour where {@code fill} is the configured one
 */
record BoxPainter(RandomErasingConfig.Fill fill, List<Double> value) {

  Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    RowView view = new RowView(tf, images);
    Axis rows = new Axis(tf, Math.toIntExact(images.shape().get(1)));
    Axis columns = new Axis(tf, Math.toIntExact(images.shape().get(2)));
    Operand<TFloat32> painted =
        tf.math.mul(
            view.perRow(rows.inside(parameters.column("top"), parameters.column("height"))),
            view.perColumn(columns.inside(parameters.column("left"), parameters.column("width"))));
    Operand<TFloat32> difference = tf.math.sub(view.perColor(color(g, images)), view.values());
    return view.toImages(tf.math.add(view.values(), tf.math.mul(painted, difference)));
  }

  private Operand<TFloat32> color(GraphContext g, Operand<TFloat32> images) {
    if (fill == RandomErasingConfig.Fill.MEAN) {
      return g.images().channelMeans(images);
    }
    float[] color = new float[3];
    for (int i = 0; i < color.length; i++) {
      color[i] = value.get(i).floatValue();
    }
    return g.tf().constant(new float[][] {color});
  }
}
