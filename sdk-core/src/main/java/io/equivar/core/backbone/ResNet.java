package io.equivar.core.backbone;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.Encoder;
import io.equivar.core.graph.CoreLayers;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A residual network (He et al. 2016; bottleneck blocks stride in their 3 x 3 convolution) up to
 * its global average pooling. Variables are named as in PyTorch's torchvision: {@code
 * layer1.0.conv1.weight}.
 */
public final class ResNet implements Encoder {

  private static final int[] AXES_OF_PIXELS = {1, 2};

  private final Ops tf;
  private final Layer body;
  private final int width;

  private ResNet(Ops tf, Layer body, int width) {
    this.tf = tf;
    this.body = body;
    this.width = width;
  }

  /** Makes the network's variables in the scope of {@code g}. */
  public static ResNet make(GraphContext g, ResNetSpec spec) {
    FeatureMap features = features(g, spec, spec.depth().stages());
    return new ResNet(g.tf(), features.layer(), features.channels());
  }

  /**
   * Makes the first stages of the network, up to the maps that a detector looks at: {@code float32
   * [batch, height, width, 3]} to {@code [batch, height / stride, width / stride, channels]}.
   *
   * @param stages number of stages, at least 1; 4 is all of them
   */
  public static FeatureMap features(GraphContext g, ResNetSpec spec, int stages) {
    List<Layer> layers = new ArrayList<>();
    boolean small = spec.stem() == ResNetSpec.Stem.SMALL;
    layers.add(g.convolution("conv1", 3, spec.width(), small ? 3 : 7, small ? 1 : 2));
    layers.add(g.batchNormalization("bn1", spec.width()));
    if (!small) {
      // Before the ReLU, with the same result: a quarter of the pixels to rectify and to keep.
      layers.add(CoreLayers.maxPool(g));
    }
    layers.add(CoreLayers.relu(g));
    int channels = spec.width();
    int strides = small ? 1 : 4;
    for (int stage = 0; stage < stages; stage++) {
      GraphContext scope = g.scope("layer" + (stage + 1));
      int planes = spec.width() << stage;
      for (int block = 0; block < spec.depth().blocks(stage); block++) {
        int stride = stage > 0 && block == 0 ? 2 : 1;
        layers.add(
            ResidualBlock.make(
                scope.scope(Integer.toString(block)), spec, channels, planes, stride));
        channels = planes * spec.depth().expansion();
        strides *= stride;
      }
    }
    return new FeatureMap(Layer.sequence(layers), channels, strides);
  }

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> images) {
    return tf.math.mean(body.apply(images), tf.constant(AXES_OF_PIXELS));
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public ResNet averaged() {
    return new ResNet(tf, body.averaged(), width);
  }
}
