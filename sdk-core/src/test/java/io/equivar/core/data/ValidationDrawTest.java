package io.equivar.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidationDrawTest {

  @Test
  void drawsThePapersNumbers() {
    // Food-101, Pets, SUN397: classes of one size. Cars: of sizes from 24 to 68.
    assertThat(new ValidationDraw(7575, 75_750, 1).draw(labels(101, 750)).size()).isEqualTo(7575);
    assertThat(new ValidationDraw(3970, 19_850, 1).draw(labels(397, 50)).size()).isEqualTo(3970);
    int[] uneven =
        IntStream.range(0, 8144).map(image -> (int) Math.floor(Math.sqrt(image * 4.7))).toArray();
    assertThat(new ValidationDraw(1650, 8144, 1).draw(uneven).size()).isEqualTo(1650);
  }

  @Test
  void drawsTheSameShareOfEveryClass() {
    int[] labels = IntStream.range(0, 100).map(image -> image < 40 ? 0 : 1).toArray();

    ImageRows drawn = new ValidationDraw(1, 10, 7).draw(labels);

    assertThat(drawn.places().filter(place -> labels[place] == 0).count()).isEqualTo(4);
    assertThat(drawn.size()).isEqualTo(10);
    assertThat(drawn.marks(100)).hasSize(100);
  }

  @Test
  void dependsOnTheSeedAndTheLabelsAlone() {
    int[] labels = labels(3, 20);
    ImageRows drawn = new ValidationDraw(1, 4, 7).draw(labels);

    assertThat(new ValidationDraw(1, 4, 7).draw(labels).places().toArray())
        .isEqualTo(drawn.places().toArray());
    assertThat(new ValidationDraw(1, 4, 8).draw(labels).places().toArray())
        .isNotEqualTo(drawn.places().toArray());
    // Another class does not change what is drawn of this one.
    int[] first = Arrays.copyOf(labels, 20);
    assertThat(new ValidationDraw(1, 4, 7).draw(first).places().toArray())
        .isEqualTo(drawn.places().filter(place -> place < 20).toArray());
  }

  private static int[] labels(int classes, int each) {
    return IntStream.range(0, classes * each).map(image -> image / each).toArray();
  }
}
