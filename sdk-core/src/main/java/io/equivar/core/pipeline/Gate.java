package io.equivar.core.pipeline;

import io.equivar.api.transformation.Sharing;
import io.equivar.core.random.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What stands before a step that is a member of a group: the group applies or not, and one of its
 * members is drawn. A sequence is a group with one member, which holds all of its steps.
 *
 * @param group number of the group, from 0; the gates of its members draw alike
 * @param sharing who is given the same coin and the same member
 * @param probability how often the group applies, in [0, 1]
 * @param weights how often each member is drawn, in proportion; all positive
 * @param member which one stands behind this gate
 */
public record Gate(
    int group, Sharing sharing, double probability, List<Double> weights, int member) {

  /** Keeps a copy of the weights. */
  public Gate {
    weights = List.copyOf(weights);
  }

  /** Returns whether the gate lets one of several members through. */
  public boolean isChoice() {
    return weights.size() > 1;
  }

  /** Returns whether the gate is open for every image. */
  boolean alwaysOpen() {
    return probability == 1 && weights.size() == 1;
  }

  /**
   * Draws whether the gate is open.
   *
   * @param seed of the run
   * @param stepNumber number of the training step
   * @param view 0 or 1
   * @param image place in the batch
   */
  boolean open(long seed, long stepNumber, int view, int image) {
    if (alwaysOpen()) {
      return true;
    }
    int row = sharing == Sharing.PAIR ? image / 2 : image;
    // Steps are numbered from 0, groups from -1 downwards: no two draw from one seed.
    RandomGenerator random =
        Seeds.generator(Seeds.derive(seed, stepNumber, view, -1L - group, row));
    boolean applies = random.nextDouble() < probability;
    return applies && drawMember(random) == member;
  }

  private int drawMember(RandomGenerator random) {
    double left = random.nextDouble() * weights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < weights.size() - 1; i++) {
      left -= weights.get(i);
      if (left < 0) {
        return i;
      }
    }
    return weights.size() - 1;
  }
}
