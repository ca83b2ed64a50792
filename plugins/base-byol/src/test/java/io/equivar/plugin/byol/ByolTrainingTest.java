package io.equivar.plugin.byol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which a step changes weights and moving averages, and how these are saved. */
class ByolTrainingTest {

  private static final double MOMENTUM = 0.75;
  private static final int STEPS = 4;

  private static final Byol BARE =
      new Byol(
          new ByolConfig(MOMENTUM, MomentumSchedule.COSINE, List.of(), List.of(), List.of()),
          "base");

  private static final Byol WITH_HEADS =
      new Byol(
          new ByolConfig(
              MOMENTUM, MomentumSchedule.COSINE, List.of(4, 3), List.of(4, 3), List.of()),
          "base");

  @TempDir private Path folder;

  @Test
  void lossesSeeTheStateBeforeTheStepAndAveragesFollowTheWeightsAfterIt() {
    try (SmallTraining training = new SmallTraining(BARE, 1)) {
      float[] weight = training.read(SmallTraining.WEIGHT);
      float[] average = training.read(SmallTraining.AVERAGE);
      assertThat(average).isEqualTo(weight);
      for (int step = 0; step < STEPS; step++) {
        double progress = (double) step / STEPS;
        assertThat(training.step(progress))
            .isCloseTo((float) expectedLoss(weight, average), within(1e-5f));

        float[] after = training.read(SmallTraining.WEIGHT);
        assertThat(after).isNotEqualTo(weight);
        double m = 1 - (1 - MOMENTUM) * (Math.cos(Math.PI * progress) + 1) / 2;
        float[] averageAfter = training.read(SmallTraining.AVERAGE);
        for (int i = 0; i < after.length; i++) {
          assertThat(averageAfter[i])
              .isCloseTo((float) (m * average[i] + (1 - m) * after[i]), within(1e-6f));
        }
        weight = after;
        average = averageAfter;
      }
    }
  }

  @Test
  void thePredictorHasNoMovingAverage() {
    try (SmallTraining training = new SmallTraining(WITH_HEADS, 1)) {
      assertThat(training.variables())
          .contains(
              "objective.term.predictor.3.weight", "averaged.objective.term.projector.3.weight")
          .noneMatch(name -> name.startsWith("averaged.objective.term.predictor"));
    }
  }

  @Test
  void aCheckpointCarriesTheMovingAverages() {
    Path checkpoint = folder.resolve("variables");
    try (SmallTraining training = new SmallTraining(WITH_HEADS, 1);
        SmallTraining resumed = new SmallTraining(WITH_HEADS, 2)) {
      training.step(0);
      training.step(0.25);
      training.session().save(checkpoint);
      assertThat(training.read(SmallTraining.AVERAGE))
          .isNotEqualTo(training.read(SmallTraining.WEIGHT));

      resumed.session().restore(checkpoint);
      assertThat(resumed.step(0.5)).isEqualTo(training.step(0.5));
      assertThat(resumed.variables()).hasSizeGreaterThan(10).isEqualTo(training.variables());
      for (String variable : training.variables()) {
        assertThat(resumed.read(variable)).as(variable).isEqualTo(training.read(variable));
      }
    }
  }

  private static double expectedLoss(float[] weight, float[] average) {
    double loss = 0;
    for (int row = 0; row < 2; row++) {
      loss +=
          2
              - 2
                  * cosine(
                      encode(weight, SmallTraining.FIRST[row]),
                      encode(average, SmallTraining.SECOND[row]));
      loss +=
          2
              - 2
                  * cosine(
                      encode(weight, SmallTraining.SECOND[row]),
                      encode(average, SmallTraining.FIRST[row]));
    }
    return loss / 2;
  }

  private static double[] encode(float[] weight, float[] input) {
    return new double[] {
      weight[0] * input[0] + weight[1] * input[1], weight[2] * input[0] + weight[3] * input[1]
    };
  }

  private static double cosine(double[] a, double[] b) {
    return (a[0] * b[0] + a[1] * b[1]) / (Math.hypot(a[0], a[1]) * Math.hypot(b[0], b[1]));
  }
}
