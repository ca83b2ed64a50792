package io.equivar.core.train;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Views;
import io.equivar.core.graph.CrashGuard;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.Output;
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

  private static final String OBJECTIVE = "objective";

  private final ModelGraph graph;
  private final Views views;
  private final Encoder encoder;
  private final Loss loss;
  private final Map<String, Operand<TFloat32>> gradients;
  private final Placeholder<TFloat32> learningRate;
  private final Placeholder<TFloat32> averagingMomentum;
  private final Optional<AveragingSchedule> averaging;
  private final Op step;

  private TrainingGraph(
      ModelGraph graph,
      Function<? super GraphContext, ? extends Views> viewMaker,
      Function<? super GraphContext, ? extends Encoder> encoderMaker,
      Objective objective,
      BaseModel base,
      Sgd optimizer) {
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
    this.gradients = takeGradients();
    this.step = makeStep(tf, optimizer);
  }

  /**
   * Builds the graph.
   *
   * @param views makes the two views in the scope that it is given
   * @param encoder makes the encoder in the scope that it is given
   * @throws IllegalArgumentException if a gradient does not reach a trainable variable, or the
   *     graph holds an operation that would crash TensorFlow
   */
  public static TrainingGraph build(
      Function<? super GraphContext, ? extends Views> views,
      Function<? super GraphContext, ? extends Encoder> encoder,
      Objective objective,
      BaseModel base,
      Sgd optimizer) {
    ModelGraph graph = ModelGraph.forTraining();
    try {
      return new TrainingGraph(graph, views, encoder, objective, base, optimizer);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private Map<String, Operand<TFloat32>> takeGradients() {
    List<GraphVariable> trainable = graph.trainable();
    GradientPath.requireReached(loss.value(), trainable);
    CrashGuard.check(graph.graph());
    Output<?>[] outputs =
        graph
            .graph()
            .addGradients(
                loss.value().asOutput(),
                trainable.stream().map(v -> v.value().asOutput()).toArray(Output<?>[]::new));
    Map<String, Operand<TFloat32>> byName = new LinkedHashMap<>();
    for (int i = 0; i < outputs.length; i++) {
      byName.put(trainable.get(i).name(), outputs[i].expect(TFloat32.class));
    }
    return byName;
  }

  private Op makeStep(Ops tf, Sgd optimizer) {
    List<Op> updates = new ArrayList<>();
    gradients.forEach(
        (name, gradient) ->
            updates.add(optimizer.apply(graph, graph.variable(name), gradient, learningRate)));
    List<Op> all = new ArrayList<>(updates);
    Ops trained = tf.withControlDependencies(updates);
    for (GraphVariable variable : graph.variables()) {
      variable
          .follows()
          .ifPresent(
              original -> {
                requireAveraging(variable);
                all.add(moveAverage(trained, variable, original));
              });
      variable
          .declared()
          .ifPresent(
              value ->
                  all.add(
                      // Whatever reads the variable in this step does so before it changes.
                      tf.withControlDependencies(variable.value())
                          .assignVariableOp(variable.handle(), value)));
    }
    return tf.withControlDependencies(all).noOp();
  }

  private void requireAveraging(GraphVariable variable) {
    if (averaging.isEmpty()) {
      throw new IllegalArgumentException(
          "the base method uses moving averages ("
              + variable.name()
              + ") but gives no schedule for them: BaseModel.averaging() must return one");
    }
  }

  /** {@code a <- m a + (1 - m) w}, with the weights as the optimiser has just left them. */
  private Op moveAverage(Ops trained, GraphVariable average, GraphVariable original) {
    Operand<TFloat32> weight = trained.readVariableOp(original.handle(), TFloat32.class);
    Operand<TFloat32> kept = trained.math.mul(average.value(), averagingMomentum);
    Operand<TFloat32> share = trained.math.sub(trained.constant(1f), averagingMomentum);
    return trained.assignVariableOp(
        average.handle(), trained.math.add(kept, trained.math.mul(weight, share)));
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
    return gradients;
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

  /** Returns the operation that makes one step. */
  public Op step() {
    return step;
  }

  @Override
  public void close() {
    graph.close();
  }
}
