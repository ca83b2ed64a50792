package io.equivar.core.exchange;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.backbone.ResNet;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.pipeline.EvaluationView;
import io.equivar.core.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Writes a backbone as a SavedModel: its graph in evaluation mode, batch normalisation with the
 * running statistics, weights as constants. Two signatures take {@code images} and give {@code
 * representations}, {@code float32 [batch, width]}:
 *
 * <ul>
 *   <li>{@value #BYTES}, the default: {@code uint8 [batch, height, width, 3]} in [0, 255], red
 *       first, of the size of the run. Scaling to [0, 1] and the steps of the run's pipeline in
 *       which nothing is random, such as its normalisation, are in the graph.
 *   <li>{@value #FLOATS}: {@code float32 [batch, height, width, 3]} of any size, as the network
 *       itself takes them: scaled and normalised by the caller.
 * </ul>
 */
final class SavedModelWriter {

  static final String BYTES = Signature.DEFAULT_KEY;
  static final String FLOATS = "normalized";
  static final String INPUT = "images";
  static final String OUTPUT = "representations";

  private static final String METHOD = "tensorflow/serving/predict";
  private static final String BACKBONE = "backbone";

  private final Pipeline pipeline;
  private final BackboneWeights weights;

  /**
   * Makes a writer.
   *
   * @param pipeline the run's; its steps in which nothing is random are all in the graph
   */
  SavedModelWriter(Pipeline pipeline, BackboneWeights weights) {
    this.pipeline = pipeline.deterministic();
    this.weights = weights;
  }

  /**
   * Writes the files.
   *
   * @param folder exists and is empty
   * @param metadata goes to {@code assets.extra/equivar.json}, which TensorFlow leaves alone
   */
  void write(Path folder, byte[] metadata) throws IOException {
    try (ModelGraph graph = ModelGraph.frozen(constants())) {
      List<Signature> signatures = build(graph, weights.spec());
      try (Session session = new Session(graph.graph())) {
        SavedModelBundle.exporter(folder.toString())
            .withSession(session)
            .withSignatures(signatures.toArray(Signature[]::new))
            .export();
      }
    }
    Path extra = Files.createDirectories(folder.resolve("assets.extra"));
    Files.write(extra.resolve("equivar.json"), metadata);
  }

  private Map<String, float[]> constants() {
    Map<String, float[]> constants = new HashMap<>();
    weights.values().forEach((name, values) -> constants.put(BACKBONE + "." + name, values));
    return constants;
  }

  private List<Signature> build(ModelGraph graph, ResNetSpec spec) {
    GraphContext context = graph.context();
    Ops tf = graph.tf();
    ResNet network = ResNet.make(context.scope(BACKBONE), spec);
    ImageShape fed = pipeline.inputShape();
    boolean any = pipeline.steps().isEmpty();
    Placeholder<TUint8> bytes =
        tf.withName("bytes")
            .placeholder(
                TUint8.class,
                Placeholder.shape(
                    Shape.of(-1, any ? -1 : fed.height(), any ? -1 : fed.width(), 3)));
    Operand<TFloat32> unit =
        tf.math.mul(tf.dtypes.cast(bytes, TFloat32.class), tf.constant(1f / 255));
    Operand<TFloat32> view = EvaluationView.of(context.scope("views"), pipeline, unit);
    Placeholder<TFloat32> floats =
        tf.withName(FLOATS).placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1, 3)));
    return List.of(
        signature(BYTES, bytes, network.apply(view)),
        signature(FLOATS, floats, network.apply(floats)));
  }

  private static Signature signature(String key, Operand<?> input, Operand<?> output) {
    return Signature.builder()
        .key(key)
        .methodName(METHOD)
        .input(INPUT, input)
        .output(OUTPUT, output)
        .build();
  }
}
