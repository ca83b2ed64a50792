package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected values by NumPy's solver on the normal equations. */
class RidgeRegressionTest {

  private static final int ROWS = 12;
  private static final double[][] TARGETS = targets();

  private static FeatureRows training(int rows, boolean squares) {
    int width = squares ? 6 : 3;
    float[] values = new float[rows * width];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 3; j++) {
        float value = (i * 7 + j * 3) % 11 / 2f + i * j % 3;
        values[i * width + j] = value;
        if (squares) {
          values[i * width + 3 + j] = value * value;
        }
      }
    }
    return new FeatureRows(values, width);
  }

  private static double[][] targets() {
    FeatureRows x = training(ROWS, false);
    double[][] targets = new double[ROWS][1];
    for (int i = 0; i < ROWS; i++) {
      targets[i][0] = 2 * x.values()[3 * i] - x.values()[3 * i + 1] + 0.5 * (i * 5 % 4);
    }
    return targets;
  }

  private static double[] predict(
      double penalty, FeatureRows training, double[][] targets, FeatureRows test) {
    double[][] rows =
        new RidgeRegression(List.of(penalty), 0.2, 1)
            .predict(training, List.<double[][]>of(targets), test)
            .get(0);
    return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
  }

  @Test
  void fitsWithAPenalty() {
    FeatureRows test = new FeatureRows(new float[] {1, 2, 3, 4, 0.5f, 2.5f}, 3);

    assertThat(predict(0.1, training(ROWS, false), TARGETS, test))
        .containsExactly(new double[] {0.864712917415277, 7.940342803208315}, within(1e-6));
    assertThat(predict(10, training(ROWS, false), TARGETS, test))
        .containsExactly(new double[] {1.9033328153503637, 2.8207173192487827}, within(1e-6));
  }

  @Test
  void fitsMoreFeaturesThanRows() {
    FeatureRows test =
        new FeatureRows(new float[] {1, 2, 3, 1, 4, 9, 4, 0.5f, 2.5f, 16, 0.25f, 6.25f}, 6);
    double[][] three = {TARGETS[0], TARGETS[1], TARGETS[2]};

    assertThat(predict(0.5, training(3, true), three, test))
        .containsExactly(new double[] {-1.0191979277154894, 0.451693730944634}, within(1e-6));
  }

  @Test
  void constantFeaturesSayNothing() {
    FeatureRows constant = new FeatureRows(new float[] {0.1f, 0.1f, 0.1f, 0.1f}, 1);
    double[][] targets = {{1}, {2}, {3}, {6}};

    assertThat(predict(1e-6, constant, targets, new FeatureRows(new float[] {7}, 1)))
        .containsExactly(3);
  }

  @Test
  void choosesAPenaltyForEachGroupOfTargets() {
    // The first target is the first feature; the second is noise, best predicted by its mean.
    Random random = new Random(3);
    int rows = 60;
    float[] values = new float[rows * 30];
    double[][] clear = new double[rows][1];
    double[][] noise = new double[rows][1];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 30; j++) {
        values[30 * i + j] = (float) random.nextGaussian();
      }
      clear[i][0] = values[30 * i];
      noise[i][0] = random.nextGaussian();
    }
    FeatureRows features = new FeatureRows(values, 30);

    List<double[][]> predictions =
        RidgeRegression.standard(1).predict(features, List.of(clear, noise), features);

    assertThat(FactorTargets.explained(predictions.get(0), clear)).isGreaterThan(0.999);
    assertThat(FactorTargets.explained(predictions.get(1), noise)).isLessThan(0.3);
  }

  @Test
  void refusesSizesThatDoNotFit() {
    FeatureRows one = new FeatureRows(new float[] {1, 2}, 2);

    assertThatThrownBy(
            () ->
                RidgeRegression.standard(1)
                    .predict(one, List.<double[][]>of(new double[1][1]), one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("1 rows of 2 features");
  }
}
