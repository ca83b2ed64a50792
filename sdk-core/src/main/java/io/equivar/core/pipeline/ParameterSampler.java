package io.equivar.core.pipeline;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.image.TableRow;
import io.equivar.core.random.Seeds;
import java.util.random.RandomGenerator;

/**
 * Draws the parameters of batches. Every row has a generator of its own, seeded by the numbers of
 * the training step, the view, the step of the pipeline and the row: what is drawn depends neither
 * on threads nor on order. Immutable; safe for use by several threads.
 *
 * <p>Where {@linkplain Sharing#PAIR pairs} share, rows {@code 2i} and {@code 2i + 1} are drawn once
 * and are equal, coin included. A step's coin is its column after its parameters: 1 where the step
 * applies. Where it does not, the row holds the transformation's {@linkplain
 * io.equivar.api.transformation.Transformation#identity identity}, if it has one.
 */
public final class ParameterSampler {

  private static final int VIEWS = 2;

  private final Pipeline pipeline;
  private final int batchSize;
  private final long seed;

  /**
   * Makes a sampler.
   *
   * @param batchSize images in a batch, even
   * @param seed of the run
   * @throws ConfigurationException if the batch size is odd or not positive
   */
  public ParameterSampler(Pipeline pipeline, int batchSize, long seed) {
    Pairs.requireEven(batchSize);
    this.pipeline = pipeline;
    this.batchSize = batchSize;
    this.seed = seed;
  }

  /**
   * Draws the parameters of a batch.
   *
   * @param stepNumber the number of the training step, over all epochs
   */
  public ParameterTable draw(long stepNumber) {
    int rowWidth = pipeline.rowWidth();
    float[] values = new float[VIEWS * batchSize * rowWidth];
    for (int view = 0; view < VIEWS; view++) {
      for (PlacedStep step : pipeline.steps()) {
        int imagesPerRow = step.step().sharing() == Sharing.PAIR ? 2 : 1;
        for (int row = 0; row < batchSize / imagesPerRow; row++) {
          int start = (view * batchSize + row * imagesPerRow) * rowWidth + step.offset();
          RandomGenerator random =
              Seeds.generator(Seeds.derive(seed, stepNumber, view, step.index(), row));
          boolean reached = reached(step.step(), stepNumber, view, row * imagesPerRow);
          drawRow(step, reached, random, values, start);
          if (imagesPerRow == 2) {
            System.arraycopy(values, start, values, start + rowWidth, step.columns() + 1);
          }
        }
      }
    }
    return new ParameterTable(pipeline, batchSize, values);
  }

  private boolean reached(PipelineStep step, long stepNumber, int view, int image) {
    for (Gate gate : step.gates()) {
      if (!gate.open(seed, stepNumber, view, image)) {
        return false;
      }
    }
    return true;
  }

  private static void drawRow(
      PlacedStep step, boolean reached, RandomGenerator random, float[] values, int start) {
    TableRow row = new TableRow(step.spec(), values, start);
    // The coin falls first, so that the parameters do not depend on how it falls.
    boolean applies = random.nextDouble() < step.step().probability() && reached;
    if (applies || !step.identity(row)) {
      step.step().transformation().sample(random, row);
    }
    values[start + step.columns()] = applies ? 1 : 0;
  }
}
