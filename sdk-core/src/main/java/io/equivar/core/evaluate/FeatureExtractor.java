package io.equivar.core.evaluate;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.Encoder;
import io.equivar.core.data.ImageSet;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.EvaluationView;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.train.TrainingGraph;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Computes the representations of images with a backbone in evaluation mode. Open it, give it
 * weights, then extract as often as needed, from as many threads as you like.
 */
public final class FeatureExtractor implements AutoCloseable {

  private static final int IMAGES_AT_ONCE = 128;

  private final HostSteps hostSteps;
  private final ModelGraph graph = ModelGraph.forEvaluation();
  private final GraphSession session;
  private final Placeholder<TUint8> images;
  private final Operand<TFloat32> features;
  private final ImageShape shape;
  private final ImageShape fedShape;
  private final int width;

  /**
   * Builds the graph.
   *
   * @param pipeline as it is used in training; what is random in it is left out
   * @param encoderMaker makes the encoder in the scope that it is given
   */
  public FeatureExtractor(
      Pipeline pipeline,
      Function<? super GraphContext, ? extends Encoder> encoderMaker,
      SessionOptions options) {
    shape = pipeline.inputShape();
    Pipeline deterministic = pipeline.deterministic();
    hostSteps = HostSteps.of(deterministic, -1, options);
    fedShape = deterministic.fedShape();
    GraphContext context = graph.context();
    Ops tf = graph.tf();
    images =
        tf.placeholder(
            TUint8.class, Placeholder.shape(Shape.of(-1, fedShape.height(), fedShape.width(), 3)));
    Operand<TFloat32> unit =
        tf.math.mul(tf.dtypes.cast(images, TFloat32.class), tf.constant(1f / 255));
    Encoder encoder = encoderMaker.apply(context.scope(TrainingGraph.BACKBONE));
    features = encoder.apply(EvaluationView.of(context.scope("views"), pipeline, unit));
    width = encoder.width();
    session = new GraphSession(graph, options);
  }

  /** Gives the backbone the weights with which a run of this seed starts. */
  public void initialize(long seed) {
    session.initialize(seed);
  }

  /** Gives the backbone the weights of a checkpoint. */
  public void restore(Path prefix) {
    session.restore(prefix);
  }

  /** Returns the elements of the backbone's variables by their names in it, row-major. */
  public Map<String, float[]> weights() {
    String prefix = TrainingGraph.BACKBONE + ".";
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (GraphVariable variable : graph.variables()) {
      if (variable.name().startsWith(prefix)) {
        weights.put(variable.name().substring(prefix.length()), session.read(variable.name()));
      }
    }
    return weights;
  }

  /** Returns the size of the images that this takes. */
  public ImageShape imageShape() {
    return shape;
  }

  /** Returns the number of features of an image. */
  public int width() {
    return width;
  }

  /**
   * Returns the features and labels of all images.
   *
   * @throws IllegalArgumentException if the images have another size than this was made for
   */
  public LabelledFeatures extract(ImageSet set) {
    if (!set.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "features are extracted from images of " + shape + " pixels, got " + set.shape());
    }
    float[] values = new float[Math.multiplyExact(set.size(), width)];
    int[] labels = new int[set.size()];
    for (int start = 0; start < set.size(); start += IMAGES_AT_ONCE) {
      int count = Math.min(IMAGES_AT_ONCE, set.size() - start);
      byte[] bytes = new byte[count * set.imageBytes()];
      for (int i = 0; i < count; i++) {
        set.read(start + i, bytes, i * set.imageBytes());
        labels[start + i] = set.label(start + i);
      }
      System.arraycopy(extract(bytes, count), 0, values, start * width, count * width);
    }
    return new LabelledFeatures(values, width, labels);
  }

  /**
   * Returns the features of some images.
   *
   * @param pixels bytes {@code [count, height, width, 3]}, row-major
   * @param count number of images, at least 1; all at once, so memory decides how many there may be
   * @return {@code [count, width()]}, row-major
   */
  public float[] extract(byte[] pixels, int count) {
    byte[] fed = hostSteps.applyDeterministic(pixels, count);
    Shape batch = Shape.of(count, fedShape.height(), fedShape.width(), 3);
    try (TUint8 tensor = TUint8.tensorOf(batch, DataBuffers.of(fed));
        Result result = session.runner().feed(images, tensor).fetch(features).run()) {
      return GraphSession.floats(result.get(0));
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    hostSteps.close();
  }
}
