package io.equivar.core.pipeline;

import io.equivar.api.graph.GraphContext;
import io.equivar.core.image.TableParameters;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What is done to images in evaluation: those steps in which nothing is random. */
public final class EvaluationView {

  private EvaluationView() {}

  /**
   * Adds the {@linkplain Pipeline#deterministic() deterministic} steps of a pipeline, such as a
   * normalisation, to a graph; those of them that run on the host are left to {@link HostSteps}.
   *
   * @param g where to add operations
   * @param pipeline as it is used in training
   * @param images {@code float32 [any, height, width, 3]} in [0, 1], of the fed shape
   * @return what an encoder takes, {@code float32 [any, height', width', 3]}
   */
  public static Operand<TFloat32> of(GraphContext g, Pipeline pipeline, Operand<TFloat32> images) {
    Operand<TFloat32> view = images;
    for (PlacedStep step : pipeline.deterministic().deviceSteps()) {
      TableParameters none = new TableParameters(g.tf(), noColumns(g.tf(), images), step.spec());
      view = StepApplication.changed(g, step, view, none);
    }
    return view;
  }

  /** Returns a table of as many rows as there are images, and no columns. */
  private static Operand<TFloat32> noColumns(Ops tf, Operand<TFloat32> images) {
    Operand<TInt32> batchSize =
        tf.slice(tf.shape(images), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    return tf.fill(
        tf.concat(List.of(batchSize, tf.constant(new int[] {0})), tf.constant(0)), tf.constant(0f));
  }
}
