package io.equivar.core.pipeline;

import io.equivar.api.transformation.Sharing;
import io.equivar.core.image.TableRow;
import io.equivar.core.random.Seeds;
import java.util.Collection;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Draws the parameters that make, of the first view of an image, the image itself and, of the
 * second view, a version of it. Versions are numbered by keys: what is drawn depends on the seed
 * and the key alone, so that equal keys transform different images equally. Immutable; safe for use
 * by several threads.
 *
 * <p>In the first view only what is {@linkplain PipelineStep#isDeterministic() never random}
 * applies; all other steps are passed over, with the parameters that change nothing where a
 * transformation has such.
 */
public final class VersionSampler {

  private static final int VIEWS = 2;

  /** Keeps the draws of gates apart from those of parameters. */
  private static final long GATES = -1;

  private final Pipeline pipeline;
  private final long seed;

  /** Says which steps make a version. */
  @FunctionalInterface
  public interface Choice {

    /**
     * Returns whether a step applies.
     *
     * @param step one in which something is random
     * @param key of the version
     */
    boolean applies(PlacedStep step, long key);
  }

  /**
   * Makes a sampler.
   *
   * @param pipeline {@linkplain Pipeline#skippable() skippable}
   */
  public VersionSampler(Pipeline pipeline, long seed) {
    this.pipeline = pipeline;
    this.seed = seed;
  }

  /**
   * Chooses as training does: those steps that pairs share, by their probability and the groups
   * that they are in; the others never.
   */
  public Choice shared() {
    return (step, key) ->
        step.step().sharing() == Sharing.PAIR
            && Seeds.generator(Seeds.derive(seed, GATES, key, step.index())).nextDouble()
                < step.step().probability()
            && step.step().gates().stream().allMatch(gate -> gate.open(seed, key, 1, 0));
  }

  /** Chooses the same steps for every version. */
  public static Choice always(Collection<PlacedStep> steps) {
    Set<PlacedStep> chosen = Set.copyOf(steps);
    return (step, key) -> chosen.contains(step);
  }

  /**
   * Draws a table.
   *
   * @param keys the number of the version that is made of each image
   * @param choice which steps make it
   */
  public ParameterTable draw(long[] keys, Choice choice) {
    int rowWidth = pipeline.rowWidth();
    float[] values = new float[VIEWS * keys.length * rowWidth];
    for (int image = 0; image < keys.length; image++) {
      for (PlacedStep step : pipeline.steps()) {
        boolean always = step.step().isDeterministic();
        boolean chosen = always || choice.applies(step, keys[image]);
        int original = image * rowWidth + step.offset();
        int version = (keys.length + image) * rowWidth + step.offset();
        drawRow(step, always, keys[image], values, original);
        drawRow(step, chosen, keys[image], values, version);
      }
    }
    return new ParameterTable(pipeline, keys.length, values);
  }

  private void drawRow(PlacedStep step, boolean applies, long key, float[] values, int start) {
    TableRow row = new TableRow(step.spec(), values, start);
    if (applies || !step.identity(row)) {
      RandomGenerator random = Seeds.generator(Seeds.derive(seed, key, step.index()));
      step.step().transformation().sample(random, row);
    }
    values[start + step.columns()] = applies ? 1 : 0;
  }
}
