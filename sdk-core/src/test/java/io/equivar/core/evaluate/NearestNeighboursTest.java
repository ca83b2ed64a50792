package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NearestNeighboursTest {

  private static final LabelledFeatures REFERENCES =
      new LabelledFeatures(new float[] {1, 0, 10, 1, 0, 1, -1, 0.1f}, 2, new int[] {0, 0, 1, 1});

  @Test
  void theNearestDecidesWhateverItsLength() {
    LabelledFeatures queries =
        new LabelledFeatures(new float[] {100, 1, 0.01f, 1}, 2, new int[] {0, 1});

    assertThat(new NearestNeighbours(1, 0.07).predict(REFERENCES, queries)).containsExactly(0, 1);
    assertThat(new NearestNeighbours(1, 0.07).accuracy(REFERENCES, queries)).isEqualTo(1);
  }

  @Test
  void nearNeighboursWeighMoreThanManyFarOnes() {
    // One neighbour of class 1 at similarity 1 against two of class 0 at 0.6.
    LabelledFeatures references =
        new LabelledFeatures(new float[] {1, 0, 0.6f, 0.8f, 0.6f, -0.8f}, 2, new int[] {1, 0, 0});
    LabelledFeatures query = new LabelledFeatures(new float[] {1, 0}, 2, new int[] {1});

    // exp(1 / 0.07) > 2 exp(0.6 / 0.07), but exp(1 / 1) < 2 exp(0.6 / 1).
    assertThat(new NearestNeighbours(3, 0.07).predict(references, query)).containsExactly(1);
    assertThat(new NearestNeighbours(3, 1).predict(references, query)).containsExactly(0);
  }

  @Test
  void moreNeighboursThanReferencesAreAllOfThem() {
    LabelledFeatures query = new LabelledFeatures(new float[] {1, 0}, 2, new int[] {0});

    assertThat(new NearestNeighbours(200, 0.07).predict(REFERENCES, query)).containsExactly(0);
  }

  @Test
  void differentWidthsAreRefused() {
    LabelledFeatures query = new LabelledFeatures(new float[] {1, 0, 0}, 3, new int[] {0});

    assertThatThrownBy(() -> new NearestNeighbours(1, 0.07).predict(REFERENCES, query))
        .hasMessage("references have 2 features, queries 3");
  }
}
