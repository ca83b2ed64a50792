package io.equivar.core.backbone;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.core.graph.CoreLayers;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code y = relu(residual(x) + shortcut(x))}.
 *
 * @param shortcut the identity where the shape stays, else a strided 1 x 1 projection
 */
record ResidualBlock(Ops tf, Layer residual, Layer shortcut) implements Layer {

  static ResidualBlock make(GraphContext g, ResNetSpec spec, int inputs, int planes, int stride) {
    float lastScale = spec.zeroInitResidual() ? 0 : 1;
    int outputs = planes * spec.depth().expansion();
    List<Layer> residual = new ArrayList<>();
    if (spec.depth().bottleneck()) {
      residual.add(g.convolution("conv1", inputs, planes, 1, 1));
      residual.add(g.batchNormalization("bn1", planes));
      residual.add(CoreLayers.relu(g));
      residual.add(g.convolution("conv2", planes, planes, 3, stride));
      residual.add(g.batchNormalization("bn2", planes));
      residual.add(CoreLayers.relu(g));
      residual.add(g.convolution("conv3", planes, outputs, 1, 1));
      residual.add(CoreLayers.batchNormalization(g, "bn3", outputs, lastScale));
    } else {
      residual.add(g.convolution("conv1", inputs, planes, 3, stride));
      residual.add(g.batchNormalization("bn1", planes));
      residual.add(CoreLayers.relu(g));
      residual.add(g.convolution("conv2", planes, outputs, 3, 1));
      residual.add(CoreLayers.batchNormalization(g, "bn2", outputs, lastScale));
    }
    return new ResidualBlock(
        g.tf(), Layer.sequence(residual), shortcut(g, inputs, outputs, stride));
  }

  private static Layer shortcut(GraphContext g, int inputs, int outputs, int stride) {
    if (stride == 1 && inputs == outputs) {
      return Layer.sequence(List.of());
    }
    GraphContext scope = g.scope("downsample");
    return Layer.sequence(
        List.of(
            scope.convolution("0", inputs, outputs, 1, stride),
            scope.batchNormalization("1", outputs)));
  }

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> input) {
    return tf.nn.relu(tf.math.add(residual.apply(input), shortcut.apply(input)));
  }

  @Override
  public ResidualBlock averaged() {
    return new ResidualBlock(tf, residual.averaged(), shortcut.averaged());
  }
}
