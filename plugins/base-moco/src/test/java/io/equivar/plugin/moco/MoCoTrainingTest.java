package io.equivar.plugin.moco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which a step changes weights, averages and queue, and how these are saved. */
class MoCoTrainingTest {

  private static final String KEYS = "objective.term.queue.keys";
  private static final String POSITION = "objective.term.queue.position";

  private static final double TEMPERATURE = 0.5;
  private static final double MOMENTUM = 0.75;
  private static final int LENGTH = 5;

  @TempDir private Path folder;

  @Test
  void lossesSeeTheStateBeforeTheStepAndTheOldestKeysAreReplaced() {
    try (SmallTraining training = new SmallTraining(moco(List.of()), 1)) {
      float[] weight = training.read(SmallTraining.WEIGHT);
      float[] average = training.read(SmallTraining.AVERAGE);
      float[] queue = training.read(KEYS);
      assertThat(average).isEqualTo(weight);
      int position = 0;
      // Three steps of two keys: the last one runs over the end of the queue.
      for (int step = 0; step < 3; step++) {
        assertThat(training.step(0.5))
            .isCloseTo((float) expectedLoss(weight, average, queue), within(1e-5f));

        for (float[] input : SmallTraining.FIRST) {
          double[] key = encode(average, input);
          queue[2 * position] = (float) key[0];
          queue[2 * position + 1] = (float) key[1];
          position = (position + 1) % LENGTH;
        }
        assertThat(training.read(POSITION)).containsExactly(position);
        assertThat(training.read(KEYS)).containsExactly(queue, within(1e-6f));

        float[] after = training.read(SmallTraining.WEIGHT);
        assertThat(after).isNotEqualTo(weight);
        float[] averageAfter = training.read(SmallTraining.AVERAGE);
        for (int i = 0; i < after.length; i++) {
          assertThat(averageAfter[i])
              .isCloseTo(
                  (float) (MOMENTUM * average[i] + (1 - MOMENTUM) * after[i]), within(1e-6f));
        }
        weight = after;
        average = averageAfter;
      }
    }
  }

  @Test
  void aCheckpointCarriesTheQueueItsPositionAndTheMovingAverages() {
    Path checkpoint = folder.resolve("variables");
    try (SmallTraining training = new SmallTraining(moco(List.of(2, 2)), 1);
        SmallTraining resumed = new SmallTraining(moco(List.of(2, 2)), 2)) {
      training.step(0);
      training.step(0.25);
      training.session().save(checkpoint);

      resumed.session().restore(checkpoint);
      assertThat(resumed.read(POSITION)).containsExactly(4);
      assertThat(resumed.step(0.5)).isEqualTo(training.step(0.5));
      assertThat(resumed.variables())
          .contains(KEYS, POSITION, SmallTraining.AVERAGE)
          .isEqualTo(training.variables());
      for (String variable : training.variables()) {
        assertThat(resumed.read(variable)).as(variable).isEqualTo(training.read(variable));
      }
      assertThat(resumed.read(POSITION)).containsExactly(1);
    }
  }

  @Test
  void aNewQueueHoldsRandomDirections() {
    try (SmallTraining training = new SmallTraining(moco(List.of()), 1);
        SmallTraining other = new SmallTraining(moco(List.of()), 2)) {
      assertThat(training.read(KEYS)).hasSize(2 * LENGTH).doesNotContain(0f);
      assertThat(other.read(KEYS)).isNotEqualTo(training.read(KEYS));
    }
  }

  private static MoCo moco(List<Integer> projector) {
    return new MoCo(
        new MoCoConfig(
            TEMPERATURE, LENGTH, MOMENTUM, MomentumSchedule.CONSTANT, projector, true, List.of()),
        "base");
  }

  /** Queries are made of the second view by the weights, keys of the first by their averages. */
  private static double expectedLoss(float[] weight, float[] average, float[] queue) {
    double loss = 0;
    for (int row = 0; row < 2; row++) {
      double[] query = encode(weight, SmallTraining.SECOND[row]);
      double positive = similarity(query, encode(average, SmallTraining.FIRST[row]));
      double sum = positive;
      for (int i = 0; i < LENGTH; i++) {
        sum += similarity(query, new double[] {queue[2 * i], queue[2 * i + 1]});
      }
      loss -= Math.log(positive / sum);
    }
    return loss / 2;
  }

  private static double similarity(double[] a, double[] b) {
    double cosine = (a[0] * b[0] + a[1] * b[1]) / (Math.hypot(a[0], a[1]) * Math.hypot(b[0], b[1]));
    return Math.exp(cosine / TEMPERATURE);
  }

  private static double[] encode(float[] weight, float[] input) {
    return new double[] {
      weight[0] * input[0] + weight[1] * input[1], weight[2] * input[0] + weight[3] * input[1]
    };
  }
}
