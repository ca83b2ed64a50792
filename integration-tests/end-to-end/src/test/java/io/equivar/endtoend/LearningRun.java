package io.equivar.endtoend;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataSplits;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.run.StepLosses;
import io.equivar.core.run.TrainedEncoder;
import io.equivar.core.run.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a short training made: its losses, and how far representations of the test images spread.
 *
 * @param losses of every step
 * @param deviation the standard deviation of a column of normalised representations, as a mean over
 *     columns (Chen and He 2021, section 4.1): 0 where they have collapsed, {@code 1 / sqrt(width)}
 *     where they point everywhere
 * @param width of a representation
 */
record LearningRun(List<Double> losses, double deviation, int width) {

  /** How many steps count as the beginning and as the end. */
  private static final int AROUND = 5;

  /** Trains and embeds the test images. */
  static LearningRun of(Equivar equivar, RunConfig config) throws InterruptedException {
    List<Double> losses = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(long step, StepLosses stepLosses) {
            losses.add(stepLosses.total());
          }
        };
    try (TrainedEncoder encoder = equivar.train(config, listener);
        DataSplits data = equivar.data().open(config.data(), notice -> {})) {
      LabelledFeatures features = encoder.embed(data.test().orElseThrow()).normalized();
      return new LearningRun(List.copyOf(losses), deviation(features), features.width());
    }
  }

  /** Returns the mean loss of some steps. */
  double early(int from) {
    return mean(losses.subList(from, from + AROUND));
  }

  /** Returns the mean loss of the last steps. */
  double late() {
    return mean(losses.subList(losses.size() - AROUND, losses.size()));
  }

  /**
   * Returns the deviation as a part of that of representations that point everywhere; 0 where they
   * have collapsed.
   */
  double spread() {
    return deviation * Math.sqrt(width);
  }

  /** Prints losses and deviation. */
  void report(String name, int from) {
    System.out.printf(
        Locale.ROOT,
        "%s: loss %.4f, then %.4f; standard deviation of features %.4f, %.2f of the largest%n",
        name,
        early(from),
        late(),
        deviation,
        spread());
  }

  private static double deviation(LabelledFeatures features) {
    double sum = 0;
    for (int column = 0; column < features.width(); column++) {
      double total = 0;
      double squares = 0;
      for (int row = 0; row < features.size(); row++) {
        double value = features.values()[row * features.width() + column];
        total += value;
        squares += value * value;
      }
      double mean = total / features.size();
      sum += Math.sqrt(Math.max(0, squares / features.size() - mean * mean));
    }
    return sum / features.width();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
