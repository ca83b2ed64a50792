package io.equivar.plugin.augmix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

/** What is drawn, against the definition: Hendrycks et al. 2020, algorithm 1. */
class AugMixDistributionTest {

  private static final int DRAWS = 5000;
  private static final List<Map<String, Double>> ROWS = draw(Defaults.AUGMIX);

  @Test
  void mixIsBetaOfOneAndOne() {
    Statistics.assertDistributed(column(ROWS, "mix"), x -> x);
  }

  @Test
  void weightsAreDirichletOfOnes() {
    for (int chain = 1; chain <= 3; chain++) {
      // The marginal is Beta(1, 2).
      Statistics.assertDistributed(column(ROWS, "weight-" + chain), x -> 1 - (1 - x) * (1 - x));
    }
    // Of three weights, the first is the largest as often as the others; so it is of two.
    long largest = ROWS.stream().filter(row -> row.get("weight-1") > row.get("weight-2")).count();
    Statistics.assertUniform(new long[] {largest, DRAWS - largest});
  }

  @Test
  void weightsAddUpToOne() {
    assertThat(ROWS)
        .allSatisfy(
            row ->
                assertThat(row.get("weight-1") + row.get("weight-2") + row.get("weight-3"))
                    .isCloseTo(1, within(1e-12)));
  }

  @Test
  void mixIsIndependentOfTheWeights() {
    long[] quadrants = new long[4];
    double median = 1 - Math.sqrt(0.5);
    for (Map<String, Double> row : ROWS) {
      quadrants[(row.get("mix") > 0.5 ? 1 : 0) + (row.get("weight-1") > median ? 2 : 0)]++;
    }
    Statistics.assertUniform(quadrants);
  }

  @Test
  void alphaShapesWeightsAndMix() {
    for (double alpha : new double[] {0.2, 0.5, 4}) {
      List<Map<String, Double>> rows =
          draw(new AugMixConfig(4, List.of(1, 1), 3, alpha, Defaults.AUGMIX_OPERATIONS));
      Statistics.assertDistributed(
          column(rows, "weight-2"), BetaDistribution.of(alpha, 3 * alpha)::cumulativeProbability);
      Statistics.assertDistributed(
          column(rows, "mix"), BetaDistribution.of(alpha, alpha)::cumulativeProbability);
    }
  }

  @Test
  void depthsOfChainsAreUniformAndIndependent() {
    long[][] depths = new long[3][3];
    long[] together = new long[9];
    for (Map<String, Double> row : ROWS) {
      for (int chain = 1; chain <= 3; chain++) {
        depths[chain - 1][depth(row, chain) - 1]++;
      }
      together[3 * (depth(row, 1) - 1) + depth(row, 2) - 1]++;
    }
    for (long[] ofChain : depths) {
      Statistics.assertUniform(ofChain);
    }
    Statistics.assertUniform(together);
  }

  @Test
  void operationsAreUniform() {
    long[] first = new long[9];
    long[] secondAfterRotation = new long[9];
    for (Map<String, Double> row : ROWS) {
      int operation = row.get("operation-2-1").intValue();
      first[operation - 1]++;
      if (operation == Operation.ROTATE.number() && depth(row, 2) > 1) {
        secondAfterRotation[row.get("operation-2-2").intValue() - 1]++;
      }
    }
    Statistics.assertUniform(first);
    Statistics.assertUniform(secondAfterRotation);
  }

  @Test
  void depthAndWidthCanBeFixed() {
    List<Map<String, Double>> rows =
        draw(new AugMixConfig(2, List.of(4, 4), 3, 1, List.of(Operation.EQUALIZE)));
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row).containsKey("weight-2").doesNotContainKey("weight-3");
              for (int link = 1; link <= 4; link++) {
                assertThat(row).containsEntry("operation-1-" + link, 2.0);
              }
            });
  }

  @Test
  void missingLinksStandBehindTheOthersAndChangeNothing() {
    assertThat(ROWS)
        .allSatisfy(
            row -> {
              for (int link = depth(row, 1) + 1; link <= 3; link++) {
                assertThat(row)
                    .containsEntry("operation-1-" + link, 0.0)
                    .containsEntry("magnitude-1-" + link, 0.0);
              }
            });
  }

  /** Returns how many links of a chain, from the first on, are operations. */
  private static int depth(Map<String, Double> row, int chain) {
    int depth = 0;
    while (depth < 3 && row.get("operation-" + chain + "-" + (depth + 1)) != 0) {
      depth++;
    }
    return depth;
  }

  private static List<Map<String, Double>> draw(AugMixConfig config) {
    Transformation transformation = Applied.create(config, ImageShape.square(32));
    return LongStream.range(0, DRAWS)
        .mapToObj(seed -> Applied.sample(transformation, seed))
        .toList();
  }

  private static double[] column(List<Map<String, Double>> rows, String name) {
    return rows.stream().mapToDouble(row -> row.get(name)).toArray();
  }
}
