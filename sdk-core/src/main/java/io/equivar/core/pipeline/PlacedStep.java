package io.equivar.core.pipeline;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;

/**
 * A step at its place in a pipeline.
 *
 * @param step the step
 * @param index its place, from 0
 * @param input the size of the images that reach it
 * @param output the size of the images that leave it
 * @param offset where its parameters start in the pipeline's row; its coin follows them
 * @param hasIdentity whether the transformation has parameters that change nothing; they take the
 *     place of drawn ones where the step does not apply
 * @param skippable whether an image may be passed over though the step applies to all in training
 */
public record PlacedStep(
    PipelineStep step,
    int index,
    ImageShape input,
    ImageShape output,
    int offset,
    boolean hasIdentity,
    boolean skippable) {

  /** Returns the step with the choice to pass over images, which training does not have. */
  PlacedStep madeSkippable() {
    return new PlacedStep(step, index, input, output, offset, hasIdentity, true);
  }

  /** Returns the parameters of the transformation. */
  public ParameterSpec spec() {
    return step.transformation().parameters();
  }

  /** Returns the number of parameters. */
  public int columns() {
    return spec().columns().size();
  }

  /** Returns where the coin stands in the pipeline's row: 1 where the step applies, else 0. */
  public int coin() {
    return offset + columns();
  }

  /** Sets the parameters that change nothing, if there are such; tells whether there are. */
  boolean identity(Row row) {
    return step.transformation() instanceof Transformation transformation
        && transformation.identity(row);
  }

  /** Returns whether the graph must choose by the coin between the changed and the given image. */
  boolean needsSelection() {
    return (step.isConditional() || skippable) && !hasIdentity;
  }
}
