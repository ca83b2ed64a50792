package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RetrievalRanksTest {

  @Test
  void ranksAmongTheVersionsOfTheSameImage() {
    // Two images of three versions; the first predicts 0 right, 1 as 2, and 2 last of all.
    float[] candidates = {1, 0, 0, 1, 1, 1, /* second */ 1, 0, 0, 1, 1, 1};
    float[] predictions = {5, 0, 3, 2, 1, -3, /* second */ 2, 0, 0, 2, 2, 2};

    RetrievalRanks ranks = RetrievalRanks.of(predictions, candidates, 3, 2);

    assertThat(ranks.nearest()).containsExactly(0, 2, 0, 0, 1, 2);
    // Ranks 1, 3, 2, 1, 1, 1.
    assertThat(ranks.meanReciprocalRank()).isCloseTo((4 + 1 / 3.0 + 0.5) / 6, within(1e-12));
    assertThat(ranks.hitRate(1)).isEqualTo(4 / 6.0);
    assertThat(ranks.hitRate(2)).isEqualTo(5 / 6.0);
    assertThat(ranks.hitRate(3)).isEqualTo(1);
  }

  @Test
  void whatIsAsNearDoesNotPushBack() {
    RetrievalRanks ranks =
        RetrievalRanks.of(new float[] {1, 0, 1, 0}, new float[] {2, 0, 3, 0}, 2, 2);

    assertThat(ranks.hitRate(1)).isEqualTo(1);
    assertThat(ranks.nearest()).containsExactly(0, 1);
  }

  @Test
  void refusesSizesThatDoNotFit() {
    assertThatThrownBy(() -> RetrievalRanks.of(new float[6], new float[6], 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("6 predicted and 6 candidate values are no images of 2 versions of 2 features");
  }
}
