package io.equivar.core.detect.model;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Layer;
import io.equivar.api.graph.VariableSpec;
import io.equivar.core.backbone.FeatureMap;
import io.equivar.core.backbone.ResNet;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.graph.CoreLayers;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.pipeline.EvaluationView;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.train.TrainingGraph;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * A detector of one stage without anchors, after FCOS (Tian et al. 2019, section 3), on a single
 * level: two 3 x 3 convolutions on a map of the backbone, then for every place of the map the
 * logits of the classes, the distances to the sides of the box in strides, as exponents, and how
 * central the place is in it.
 */
final class DetectorGraph implements AutoCloseable {

  /** The scope of the head's variables. */
  static final String HEAD = "detector";

  private static final int MOST_CHANNELS = 128;
  private static final int LAYERS = 2;

  /** So that at first every place has the probability .01 (Lin et al. 2017, section 3.3). */
  private static final float RARE = (float) -Math.log((1 - 0.01) / 0.01);

  private static final float LARGEST_EXPONENT = 6;

  private final ModelGraph graph;
  private final Placeholder<TUint8> images;
  private final Operand<TFloat32> logits;
  private final Operand<TFloat32> distances;
  private final Operand<TFloat32> centrality;
  private final int stride;
  private final int places;

  /**
   * Builds the graph.
   *
   * @param graph is closed with this
   * @param pipeline of the run, for images of the detector's size; what is random in it is left out
   * @throws ConfigurationException if the pipeline changes the place of pixels in evaluation
   */
  DetectorGraph(ModelGraph graph, Pipeline pipeline, ResNetSpec backbone, int stages, int classes) {
    this.graph = graph;
    requireSameShape(pipeline);
    int side = pipeline.inputShape().height();
    GraphContext context = graph.context();
    Ops tf = graph.tf();
    images = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, side, side, 3)));
    Operand<TFloat32> unit =
        tf.math.mul(tf.dtypes.cast(images, TFloat32.class), tf.constant(1f / 255));
    FeatureMap features = ResNet.features(context.scope(TrainingGraph.BACKBONE), backbone, stages);
    Operand<TFloat32> map =
        features.layer().apply(EvaluationView.of(context.scope("views"), pipeline, unit));
    GraphContext head = context.scope(HEAD);
    int channels = Math.min(MOST_CHANNELS, features.channels());
    for (int layer = 0; layer < LAYERS; layer++) {
      int inputs = layer == 0 ? features.channels() : channels;
      map =
          Layer.sequence(
                  List.of(
                      head.convolution("tower" + layer, inputs, channels, 3, 1),
                      head.batchNormalization("norm" + layer, channels),
                      CoreLayers.relu(head)))
              .apply(map);
    }
    stride = features.stride();
    places = Math.toIntExact(map.shape().get(1));
    logits = output(head, "classes", map, channels, classes, RARE);
    Operand<TFloat32> exponents = output(head, "sides", map, channels, 4, 0);
    distances =
        tf.math.mul(
            tf.math.exp(
                tf.math.minimum(
                    tf.math.maximum(exponents, tf.constant(-LARGEST_EXPONENT)),
                    tf.constant(LARGEST_EXPONENT))),
            tf.constant((float) stride));
    centrality = tf.squeeze(output(head, "centrality", map, channels, 1, 0), squeezeLast());
  }

  private static Squeeze.Options squeezeLast() {
    return Squeeze.axis(List.of(3L));
  }

  private static Operand<TFloat32> output(
      GraphContext head,
      String name,
      Operand<TFloat32> map,
      int inputs,
      int outputs,
      float initialBias) {
    GraphContext scope = head.scope(name);
    Operand<TFloat32> weight =
        scope
            .variable(
                VariableSpec.trained("weight", Initializer.normal(0.01), 3, 3, inputs, outputs))
            .value();
    Operand<TFloat32> bias =
        scope
            .variable(VariableSpec.trained("bias", Initializer.constant(initialBias), outputs))
            .value();
    Ops tf = head.tf();
    return tf.math.add(tf.nn.conv2d(map, weight, List.of(1L, 1L, 1L, 1L), "SAME"), bias);
  }

  private static void requireSameShape(Pipeline pipeline) {
    Pipeline deterministic = pipeline.deterministic();
    if (!deterministic.outputShape().equals(pipeline.inputShape())
        || !deterministic.hostSteps().isEmpty()) {
      throw new ConfigurationException(
          new Problem(
              "pipeline",
              "must leave pixels where they are in evaluation, for a detector to say where"
                  + " something is",
              "a step that is not random and resizes images or runs on the host",
              "Override the pipeline with --set"));
    }
  }

  ModelGraph graph() {
    return graph;
  }

  /** Takes images, {@code uint8 [batch, side, side, 3]}. */
  Placeholder<TUint8> images() {
    return images;
  }

  /** Returns the logits of the classes, {@code [batch, places, places, classes]}. */
  Operand<TFloat32> logits() {
    return logits;
  }

  /** Returns left, top, right, bottom in pixels, positive, {@code [batch, places, places, 4]}. */
  Operand<TFloat32> distances() {
    return distances;
  }

  /** Returns the logits of being central, {@code [batch, places, places]}. */
  Operand<TFloat32> centrality() {
    return centrality;
  }

  /** Returns the places of the map. */
  Places places() {
    return new Places(places, stride);
  }

  @Override
  public void close() {
    graph.close();
  }
}
