package io.equivar.core.train;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Views;
import io.equivar.core.graph.Convolutions;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The graph of a training step: views, encoder, objective, gradients, updates. Everything that
 * changes a variable is part of {@link #step()}, so that one run is one step.
 */
public final class TrainingGraph implements AutoCloseable {

  /** The scope of the encoder's variables. */
  public static final String BACKBONE = "backbone";

  /** The scope of what the objective makes. */
  public static final String OBJECTIVE = "objective";

  private final ModelGraph graph;
  private final Views views;
  private final Encoder encoder;
  private final Loss loss;
  private final Map<GraphVariable, Operand<TFloat32>> gradients;
  private final Placeholder<TFloat32> learningRate;
  private final Placeholder<TFloat32> averagingMomentum;
  private final Optional<AveragingSchedule> averaging;
  private final StepUpdates updates;

  private TrainingGraph(
      ModelGraph graph,
      Function<? super GraphContext, ? extends Views> viewMaker,
      Function<? super GraphContext, ? extends Encoder> encoderMaker,
      Objective objective,
      BaseModel base,
      Optimizer optimizer,
      int accumulatedBatches) {
    this.graph = graph;
    GraphContext context = graph.context();
    this.views = viewMaker.apply(context.scope("views"));
    this.encoder = encoderMaker.apply(context.scope(BACKBONE));
    this.loss = objective.build(context.scope(OBJECTIVE), encoder, views, base);
    this.averaging = base.averaging();
    Ops tf = graph.tf();
    Shape scalar = Shape.scalar();
    this.learningRate = tf.placeholder(TFloat32.class, Placeholder.shape(scalar));
    this.averagingMomentum = tf.placeholder(TFloat32.class, Placeholder.shape(scalar));
    this.gradients = Gradients.of(graph, loss.value());
    this.updates = makeUpdates(optimizer, accumulatedBatches);
  }

  /**
   * Builds the graph; every batch updates the weights.
   *
   * @throws IllegalArgumentException as {@link #build(Function, Function, Objective, BaseModel,
   *     Optimizer, int, Convolutions)}
   */
  public static TrainingGraph build(
      Function<? super GraphContext, ? extends Views> views,
      Function<? super GraphContext, ? extends Encoder> encoder,
      Objective objective,
      BaseModel base,
      Optimizer optimizer) {
    return build(views, encoder, objective, base, optimizer, 1, Convolutions.REPEATABLE);
  }

  /**
   * Builds the graph.
   *
   * @param views makes the two views in the scope that it is given
   * @param encoder makes the encoder in the scope that it is given
   * @param accumulatedBatches number of batches whose mean gradient makes one update, at least 1
   * @param convolutions how they are computed
   * @throws IllegalArgumentException if a gradient does not reach a trainable variable, or the
   *     graph holds an operation that would crash TensorFlow
   */
  public static TrainingGraph build(
      Function<? super GraphContext, ? extends Views> views,
      Function<? super GraphContext, ? extends Encoder> encoder,
      Objective objective,
      BaseModel base,
      Optimizer optimizer,
      int accumulatedBatches,
      Convolutions convolutions) {
    ModelGraph graph = ModelGraph.forTraining(convolutions);
    try {
      return new TrainingGraph(
          graph, views, encoder, objective, base, optimizer, accumulatedBatches);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private StepUpdates makeUpdates(Optimizer optimizer, int accumulatedBatches) {
    graph.variables().stream()
        .filter(variable -> variable.follows().isPresent())
        .forEach(this::requireAveraging);
    return StepUpdates.make(
        graph, gradients, optimizer, learningRate, averagingMomentum, accumulatedBatches);
  }

  private void requireAveraging(GraphVariable variable) {
    if (averaging.isEmpty()) {
      throw new IllegalArgumentException(
          "the base method uses moving averages ("
              + variable.name()
              + ") but gives no schedule for them: BaseModel.averaging() must return one");
    }
  }

  /** Returns the variables and the TensorFlow graph. */
  public ModelGraph graph() {
    return graph;
  }

  /** Returns the views of the batch. */
  public Views views() {
    return views;
  }

  /** Returns the encoder. */
  public Encoder encoder() {
    return encoder;
  }

  /** Returns the loss and its terms. */
  public Loss loss() {
    return loss;
  }

  /** Returns the gradients of the loss, by the names of the trainable variables. */
  public Map<String, Operand<TFloat32>> gradients() {
    Map<String, Operand<TFloat32>> byName = new LinkedHashMap<>();
    gradients.forEach((variable, gradient) -> byName.put(variable.name(), gradient));
    return byName;
  }

  /** Returns the scalar that takes the learning rate of a step. */
  public Placeholder<TFloat32> learningRate() {
    return learningRate;
  }

  /** Returns the scalar that takes the momentum of the moving averages; must always be fed. */
  public Placeholder<TFloat32> averagingMomentum() {
    return averagingMomentum;
  }

  /**
   * Returns the momentum of the moving averages at a point of the training; 1 if there are none.
   */
  public double averagingMomentumAt(double progress) {
    return averaging.map(schedule -> schedule.momentum(progress)).orElse(1.0);
  }

  /** Returns the operation that makes one step and updates the weights. */
  public Op step() {
    return updates.step();
  }

  /**
   * Returns the operation that makes a step without an update of the weights: gradients are added
   * up until {@link #step()} uses them. Empty where every batch updates the weights.
   */
  public Optional<Op> accumulation() {
    return updates.accumulation();
  }

  @Override
  public void close() {
    graph.close();
  }
}
