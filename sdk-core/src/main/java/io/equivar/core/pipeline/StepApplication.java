package io.equivar.core.pipeline;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.image.CoreImageOps;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Adds a step of the pipeline to the graph. */
final class StepApplication {

  private StepApplication() {}

  /**
   * Applies a step to those images of a batch for which the coin says so.
   *
   * @param g the view's scope
   * @param images {@code [batch, height, width, 3]}
   * @param parameters the step's rows, one per image
   * @param coin {@code [batch]}, 1 where the step applies
   * @throws IllegalStateException if the transformation makes images of another size than it said
   */
  static Operand<TFloat32> apply(
      GraphContext g,
      PlacedStep step,
      Operand<TFloat32> images,
      Parameters parameters,
      Operand<TFloat32> coin) {
    Operand<TFloat32> changed = changed(g, step, images, parameters);
    if (!step.needsSelection()) {
      return changed;
    }
    return new CoreImageOps(g.tf()).choose(coin, changed, images);
  }

  /**
   * Applies a step to all images of a batch.
   *
   * @throws IllegalStateException if the transformation makes images of another size than it said
   */
  static Operand<TFloat32> changed(
      GraphContext g, PlacedStep step, Operand<TFloat32> images, Parameters parameters) {
    if (!(step.step().transformation() instanceof Transformation transformation)) {
      throw new IllegalStateException(step.step().location() + " runs on the host");
    }
    GraphContext scope = scope(g, step);
    return ofDeclaredShape(
        scope.tf(), step, transformation.apply(scope, images, parameters), images.shape().get(0));
  }

  private static GraphContext scope(GraphContext g, PlacedStep step) {
    String id = step.step().id();
    return g.scope(step.index() + "-" + id.substring(id.indexOf(':') + 1));
  }

  private static Operand<TFloat32> ofDeclaredShape(
      Ops tf, PlacedStep step, Operand<TFloat32> images, long batchSize) {
    ImageShape output = step.output();
    Shape declared = Shape.of(batchSize, output.height(), output.width(), 3);
    if (images.shape().equals(declared)) {
      return images;
    }
    if (!images.shape().isCompatibleWith(declared)) {
      throw new IllegalStateException(
          step.step().location()
              + ": transformation "
              + step.step().id()
              + " must make images of shape "
              + declared
              + " by its outputShape, got "
              + images.shape());
    }
    return tf.ensureShape(images, declared);
  }
}
