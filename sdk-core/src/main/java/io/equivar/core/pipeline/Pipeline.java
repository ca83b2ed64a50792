package io.equivar.core.pipeline;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.image.TableRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps in their order, each with the size of the images that reach it and its place in a row of
 * parameters: the columns of the first step, its coin, the columns of the second step, its coin...
 * Immutable.
 */
public final class Pipeline {

  private final ImageShape input;
  private final List<PlacedStep> steps;

  private Pipeline(ImageShape input, List<PlacedStep> steps) {
    this.input = input;
    this.steps = steps;
  }

  /**
   * Places the steps.
   *
   * @param input the size of the images that enter
   * @throws ConfigurationException if a step that changes the size of images applies to some of
   *     them only
   */
  public static Pipeline of(ImageShape input, List<PipelineStep> steps) {
    List<PlacedStep> placed = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    ImageShape shape = input;
    int offset = 0;
    for (PipelineStep step : steps) {
      ImageShape output = step.transformation().outputShape(shape);
      PlacedStep next =
          new PlacedStep(step, placed.size(), shape, output, offset, hasIdentity(step), false);
      if (next.needsSelection() && !output.equals(shape)) {
        problems.add(changesSizeOfSome(next));
      }
      placed.add(next);
      shape = output;
      offset = next.coin() + 1;
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new Pipeline(input, List.copyOf(placed));
  }

  private static Problem changesSizeOfSome(PlacedStep step) {
    String sizes = "the step makes images of " + step.input() + " ones of " + step.output();
    return step.step().probability() < 1
        ? Problem.of(
            step.step().location() + ".probability",
            "must be 1, because " + sizes,
            step.step().probability())
        : new Problem(
            step.step().location(),
            "must apply to every image, because " + sizes,
            "a group that passes over some",
            "Move it out of the group");
  }

  private static boolean hasIdentity(PipelineStep step) {
    ParameterSpec spec = step.transformation().parameters();
    return step.transformation() instanceof Transformation transformation
        && transformation.identity(new TableRow(spec, new float[spec.columns().size()], 0));
  }

  /** Returns the size of the images that enter. */
  public ImageShape inputShape() {
    return input;
  }

  /** Returns the size of the images that leave. */
  public ImageShape outputShape() {
    return steps.isEmpty() ? input : steps.get(steps.size() - 1).output();
  }

  /** Returns the steps, in their order. */
  public List<PlacedStep> steps() {
    return steps;
  }

  /**
   * Returns the steps that run on the host, before a batch is fed: all up to the last one that is
   * Java on pixels; none if there is no such step.
   */
  public List<PlacedStep> hostSteps() {
    int end = steps.size();
    while (end > 0 && !steps.get(end - 1).step().onPixels()) {
      end--;
    }
    return steps.subList(0, end);
  }

  /** Returns the steps that run on the device, in the graph: those after the {@link #hostSteps}. */
  public List<PlacedStep> deviceSteps() {
    return steps.subList(hostSteps().size(), steps.size());
  }

  /** Returns the size of the images that are fed: those that leave the {@link #hostSteps}. */
  public ImageShape fedShape() {
    List<PlacedStep> host = hostSteps();
    return host.isEmpty() ? input : host.get(host.size() - 1).output();
  }

  /** Returns the number of values in a row of parameters, coins included. */
  public int rowWidth() {
    return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).coin() + 1;
  }

  /**
   * Returns the pipeline of those steps in which nothing is random: what is done to images in
   * evaluation.
   */
  public Pipeline deterministic() {
    return of(
        input, steps.stream().map(PlacedStep::step).filter(PipelineStep::isDeterministic).toList());
  }

  /**
   * Returns this pipeline with the choice to pass over every step in which something is random, so
   * that an image can be compared with its versions. Steps, labels and rows stay as they are.
   *
   * @throws ConfigurationException if a step cannot be passed over, because it changes the size of
   *     images and has no parameters that only do that
   */
  public Pipeline skippable() {
    List<Problem> problems = new ArrayList<>();
    List<PlacedStep> changed = new ArrayList<>();
    for (PlacedStep step : steps) {
      PlacedStep skippable = step.step().isDeterministic() ? step : step.madeSkippable();
      if (skippable.needsSelection() && !step.output().equals(step.input())) {
        problems.add(
            new Problem(
                step.step().location(),
                "must have parameters that leave an image as it is, to be compared with it",
                step.step().id() + ", which makes images of another size and has none",
                "Leave it out for the evaluation, by --set pipeline"));
      }
      changed.add(skippable);
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new Pipeline(input, List.copyOf(changed));
  }

  /**
   * Returns the pipeline of the first steps, for a look at what they do.
   *
   * @param count how many, at most the number of steps
   */
  public Pipeline first(int count) {
    return new Pipeline(input, steps.subList(0, count));
  }
}
