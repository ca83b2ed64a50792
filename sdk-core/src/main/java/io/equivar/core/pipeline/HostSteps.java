package io.equivar.core.pipeline;

import io.equivar.api.transformation.PixelTransformation;
import io.equivar.core.graph.SessionOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the {@linkplain Pipeline#hostSteps() steps that run on the host}. Safe for use by several
 * threads; what is made depends on the images and rows alone. Where a pipeline has no such steps,
 * images pass through untouched and at no cost.
 */
public final class HostSteps implements AutoCloseable {

  private final Pipeline pipeline;
  private final List<HostStage> stages;

  private HostSteps(Pipeline pipeline, List<HostStage> stages) {
    this.pipeline = pipeline;
    this.stages = stages;
  }

  /**
   * Prepares the steps.
   *
   * @param batchSize number of images, or -1 for any
   * @param options how the graphs run of steps that stand before one that is Java on pixels
   */
  public static HostSteps of(Pipeline pipeline, int batchSize, SessionOptions options) {
    List<HostStage> stages = new ArrayList<>();
    List<PlacedStep> onDevice = new ArrayList<>();
    try {
      for (PlacedStep step : pipeline.hostSteps()) {
        if (step.step().transformation() instanceof PixelTransformation transformation) {
          if (!onDevice.isEmpty()) {
            stages.add(new GraphStage(onDevice, batchSize, pipeline.rowWidth(), options));
            onDevice.clear();
          }
          stages.add(new PixelStage(step, transformation, pipeline.rowWidth()));
        } else {
          onDevice.add(step);
        }
      }
    } catch (RuntimeException | Error e) {
      stages.forEach(HostStage::close);
      throw e;
    }
    return new HostSteps(pipeline, List.copyOf(stages));
  }

  /** Returns whether images pass through untouched. */
  public boolean isEmpty() {
    return stages.isEmpty();
  }

  /**
   * Returns what {@link ViewGraph#images()} is fed.
   *
   * @param images {@code uint8 [batchSize, height, width, 3]}, row-major
   * @param drawn the parameters of both views
   * @return the images themselves if no step runs on the host; else both views, {@code uint8 [2,
   *     batchSize, height', width', 3]}
   * @throws StepFailure if a step cannot be made
   */
  public byte[] feed(byte[] images, ParameterTable drawn) {
    if (stages.isEmpty()) {
      return images;
    }
    byte[] first = make(images, drawn.rows(0), drawn.batchSize());
    byte[] second = make(images, drawn.rows(1), drawn.batchSize());
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /**
   * Applies the steps of a pipeline in which nothing is random.
   *
   * @param images {@code uint8 [count, height, width, 3]}, row-major
   * @return {@code uint8 [count, height', width', 3]}, row-major
   * @throws StepFailure if a step cannot be made
   */
  public byte[] applyDeterministic(byte[] images, int count) {
    if (stages.isEmpty()) {
      return images;
    }
    // Without parameters a row is a coin for each step, and all of them say that it applies.
    float[] rows = new float[count * pipeline.rowWidth()];
    Arrays.fill(rows, 1);
    return make(images, rows, count);
  }

  private byte[] make(byte[] images, float[] rows, int count) {
    byte[] made = images;
    for (HostStage stage : stages) {
      made = stage.apply(made, rows, count);
    }
    return made;
  }

  @Override
  public void close() {
    stages.forEach(HostStage::close);
  }
}
