package io.equivar.core.evaluate;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.LearnedTransformations;
import io.equivar.api.learning.Objective;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.ParameterTable;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.ViewGraph;
import io.equivar.core.train.TrainingGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * A network in evaluation mode that is shown images beside {@linkplain
 * io.equivar.core.pipeline.VersionSampler versions} of them: their representations, and what the
 * objective learned of what lies between them. Open it, give it weights, then compute as often as
 * needed. Rows {@code 2i} and {@code 2i + 1} of a batch are partners.
 */
public final class PairNetwork implements AutoCloseable {

  private final ModelGraph graph = ModelGraph.forEvaluation();
  private final Pipeline pipeline;
  private final int batchSize;
  private final HostSteps hostSteps;
  private final ViewGraph views;
  private final Operand<TFloat32> originals;
  private final Operand<TFloat32> versions;
  private final LearnedTransformations learned;
  private final GraphSession session;

  /**
   * Representations before and after, or predicted and actual ones.
   *
   * @param first {@code [batchSize, width]}, row-major
   * @param second {@code [batchSize, width]}, row-major
   */
  @SuppressWarnings("ArrayRecordComponent") // Rows of numbers, handed on and never compared.
  public record Rows(float[] first, float[] second) {}

  /**
   * Builds the graph.
   *
   * @param pipeline {@linkplain Pipeline#skippable() skippable}
   * @param batchSize number of images at once, even
   * @param encoderMaker makes the encoder in the scope that it is given
   * @param objective what the network was trained for; empty to look at the encoder alone
   * @throws io.equivar.api.config.ConfigurationException if the objective lacks something in the
   *     views, such as a label
   */
  public PairNetwork(
      Pipeline pipeline,
      int batchSize,
      Function<? super GraphContext, ? extends Encoder> encoderMaker,
      Optional<Objective> objective,
      SessionOptions options) {
    this.pipeline = pipeline;
    this.batchSize = batchSize;
    try {
      GraphContext g = graph.context();
      views = ViewGraph.build(g.scope("views"), pipeline, batchSize);
      Encoder encoder = new RememberingEncoder(encoderMaker.apply(g.scope(TrainingGraph.BACKBONE)));
      originals = encoder.apply(views.first());
      versions = encoder.apply(views.second());
      learned =
          objective
              .map(made -> made.transformations(g.scope(TrainingGraph.OBJECTIVE), encoder, views))
              .orElse(LearnedTransformations.none());
      session = new GraphSession(graph, options);
      hostSteps = HostSteps.of(pipeline, batchSize, options);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  /** Gives the network the weights with which a run of this seed starts. */
  public void initialize(long seed) {
    session.initialize(seed);
  }

  /**
   * Gives the network the weights of a checkpoint.
   *
   * @throws org.tensorflow.exceptions.TensorFlowException if it lacks a variable, or has it in
   *     another shape
   */
  public void restore(Path prefix) {
    session.restore(prefix);
  }

  /** Returns the size of the images that this takes. */
  public ImageShape imageShape() {
    return pipeline.inputShape();
  }

  /** Returns the number of images that are computed at once. */
  public int batchSize() {
    return batchSize;
  }

  /** Returns the width of a representation. */
  public int width() {
    return Math.toIntExact(originals.shape().get(1));
  }

  /** Returns the width of what is predicted; empty if the objective has no {@code phi}. */
  public Optional<Integer> predictionWidth() {
    return learned
        .prediction()
        .map(prediction -> Math.toIntExact(prediction.predicted().shape().get(1)));
  }

  /**
   * Returns the width of a transformation's representation; empty if the objective has no {@code
   * f_T}.
   */
  public Optional<Integer> transformationWidth() {
    return learned.representations().map(rows -> Math.toIntExact(rows.shape().get(1)));
  }

  /**
   * Returns the representations of images and of their versions.
   *
   * @param pixels bytes {@code [batchSize, height, width, 3]}, row-major
   * @param drawn of {@link #batchSize()} rows
   */
  public Rows representations(byte[] pixels, ParameterTable drawn) {
    List<float[]> values = run(pixels, drawn, List.of(originals, versions));
    return new Rows(values.get(0), values.get(1));
  }

  /**
   * Returns the predicted and the actual representations of versions.
   *
   * @param pixels bytes {@code [batchSize, height, width, 3]}, row-major
   * @param drawn of {@link #batchSize()} rows; partners have equal ones
   * @throws java.util.NoSuchElementException if the objective has no {@code phi}
   */
  public Rows predictions(byte[] pixels, ParameterTable drawn) {
    LearnedTransformations.Prediction prediction = learned.prediction().orElseThrow();
    List<float[]> values = run(pixels, drawn, List.of(prediction.predicted(), prediction.actual()));
    return new Rows(values.get(0), values.get(1));
  }

  /**
   * Returns the representations of the transformations between images and their versions, {@code
   * [batchSize, transformationWidth()]}, row-major.
   *
   * @param pixels bytes {@code [batchSize, height, width, 3]}, row-major
   * @param drawn of {@link #batchSize()} rows
   * @throws java.util.NoSuchElementException if the objective has no {@code f_T}
   */
  public float[] transformations(byte[] pixels, ParameterTable drawn) {
    return run(pixels, drawn, List.of(learned.representations().orElseThrow())).get(0);
  }

  private List<float[]> run(byte[] pixels, ParameterTable drawn, List<Operand<TFloat32>> operands) {
    byte[] fed = hostSteps.feed(pixels, drawn);
    try (TUint8 images = TUint8.tensorOf(views.images().shape(), DataBuffers.of(fed));
        TFloat32 parameters = drawn.toTensor()) {
      Session.Runner runner =
          session.runner().feed(views.images(), images).feed(views.parameters(), parameters);
      operands.forEach(runner::fetch);
      try (Result result = runner.run()) {
        List<float[]> values = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
          values.add(GraphSession.floats(result.get(i)));
        }
        return values;
      }
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    hostSteps.close();
  }
}
