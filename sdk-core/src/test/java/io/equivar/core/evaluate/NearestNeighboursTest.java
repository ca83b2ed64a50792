package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {

  private static final LabelledFeatures REFERENCES =
      new LabelledFeatures(new float[] {1, 0, 10, 1, 0, 1, -1, 0.1f}, 2, new int[] {0, 0, 1, 1});

  @Test
  void theNearestDecidesWhateverItsLength() {
    LabelledFeatures queries =
        new LabelledFeatures(new float[] {100, 1, 0.01f, 1}, 2, new int[] {0, 1});

    assertThat(predict(1, 0.07, REFERENCES, queries)).containsExactly(0, 1);
    assertThat(new NearestNeighbours(List.of(1), 0.07).accuracies(REFERENCES, queries))
        .containsExactly(1.0);
  }

  @Test
  void nearNeighboursWeighMoreThanManyFarOnes() {
    // One neighbour of class 1 at similarity 1 against two of class 0 at 0.6.
    LabelledFeatures references =
        new LabelledFeatures(new float[] {1, 0, 0.6f, 0.8f, 0.6f, -0.8f}, 2, new int[] {1, 0, 0});
    LabelledFeatures query = new LabelledFeatures(new float[] {1, 0}, 2, new int[] {1});

    // exp(1 / 0.07) > 2 exp(0.6 / 0.07), but exp(1 / 1) < 2 exp(0.6 / 1).
    assertThat(predict(3, 0.07, references, query)).containsExactly(1);
    assertThat(predict(3, 1, references, query)).containsExactly(0);
  }

  @Test
  void moreNeighboursThanReferencesAreAllOfThem() {
    LabelledFeatures query = new LabelledFeatures(new float[] {1, 0}, 2, new int[] {0});

    assertThat(predict(200, 0.07, REFERENCES, query)).containsExactly(0);
  }

  @Test
  void differentWidthsAreRefused() {
    LabelledFeatures query = new LabelledFeatures(new float[] {1, 0, 0}, 3, new int[] {0});

    assertThatThrownBy(() -> predict(1, 0.07, REFERENCES, query))
        .hasMessage("references have 2 features, queries 3");
  }

  /** Predictions by NumPy. */
  @Test
  void severalNumbersOfNeighboursVoteAtOnce() {
    LabelledFeatures references =
        new LabelledFeatures(
            new float[] {1, 0, 0.9f, 0.3f, 0, 1, 0.2f, 1, -1, 0.2f, -0.8f, -0.1f, 0.6f, 0.5f},
            2,
            new int[] {0, 1, 1, 1, 2, 2, 0});
    LabelledFeatures queries =
        new LabelledFeatures(
            new float[] {1, 0.05f, 0.5f, 0.6f, -0.3f, 0.9f, -1, 0, 0.1f, -0.2f},
            2,
            new int[] {0, 0, 1, 2, 1});
    NearestNeighbours neighbours = new NearestNeighbours(List.of(4, 1, 7), 1);

    List<int[]> predictions = neighbours.predict(references, queries);

    assertThat(predictions.get(0)).containsExactly(0, 1, 1, 2, 0);
    assertThat(predictions.get(1)).containsExactly(0, 0, 1, 2, 0);
    assertThat(predictions.get(2)).containsExactly(1, 1, 1, 2, 0);
    assertThat(neighbours.accuracies(references, queries)).containsExactly(0.6, 0.8, 0.4);
  }

  @Test
  void numbersBeyondTheReferencesAreAllOfThem() {
    assertThat(NearestNeighbours.STANDARD.atMost(64).ks()).containsExactly(1, 20, 64);
    assertThat(NearestNeighbours.STANDARD.atMost(7).ks()).containsExactly(1, 7);
  }

  private static int[] predict(
      int k, double temperature, LabelledFeatures references, LabelledFeatures queries) {
    return new NearestNeighbours(List.of(k), temperature).predict(references, queries).get(0);
  }
}
