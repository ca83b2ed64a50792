package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.core.data.Factors;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactorTargetsTest {

  private static final Factors FACTORS =
      Factors.of(
              List.of("hue", "x", "y"),
              List.of(
                  new double[] {0, 1, 2},
                  new double[] {0.25, 3, 4},
                  new double[] {0.5, 5, 6},
                  new double[] {0.9, 7, 8}))
          .withPeriod("hue", 1);

  @Test
  void coordinatesMakeAPosition() {
    List<FactorTargets> targets = FactorTargets.of(FACTORS);

    assertThat(targets)
        .extracting(FactorTargets::name)
        .containsExactly("position", "hue", "x", "y");
    assertThat(targets.get(0).values(FACTORS, new int[] {2, 0}))
        .isDeepEqualTo(new double[][] {{5, 6}, {1, 2}});
  }

  @Test
  void whatGoesRoundBecomesAPointOnACircle() {
    double[][] values = FactorTargets.of(FACTORS).get(1).values(FACTORS, new int[] {0, 1, 2, 3});
    double[][] expected = {{1, 0}, {0, 1}, {-1, 0}, {0.8090169943749473, -0.5877852522924734}};

    for (int i = 0; i < expected.length; i++) {
      assertThat(values[i]).containsExactly(expected[i], within(1e-12));
    }
  }

  /** The value is NumPy's. */
  @Test
  void explainedIsOneLessErrorByDistanceFromTheMean() {
    double[][] targets = FactorTargets.of(FACTORS).get(1).values(FACTORS, new int[] {0, 1, 2, 3});
    double[][] predictions = {{0.9, 0.1}, {0.1, 0.8}, {-1, 0.2}, {0.7, -0.5}};

    assertThat(FactorTargets.explained(predictions, targets))
        .isCloseTo(0.9658422184408955, within(1e-12));
    assertThat(FactorTargets.explained(targets, targets)).isEqualTo(1);
    assertThat(FactorTargets.explained(new double[][] {{3}}, new double[][] {{2}})).isZero();
  }
}
