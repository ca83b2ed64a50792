package io.equivar.example.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImageIndexTest {

  @Test
  void findsTheNearestByAngleWithoutTheImageItself() {
    ImageIndex index =
        new ImageIndex.Builder()
            .add(Path.of("right"), new float[] {2, 0})
            .add(Path.of("up"), new float[] {0, 5})
            .add(Path.of("diagonal"), new float[] {3, 3})
            .add(Path.of("left"), new float[] {-1, 0})
            .build();

    assertThat(index.neighbours(0, 2))
        .extracting(ImageIndex.Match::file)
        .containsExactly(Path.of("diagonal"), Path.of("up"));
    assertThat(index.neighbours(0, 9))
        .extracting(ImageIndex.Match::similarity)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
        .containsExactly(Math.sqrt(0.5), 0.0, -1.0);
    assertThat(index.neighbours(1, 1).get(0).similarity()).isCloseTo(Math.sqrt(0.5), within(1e-6));
  }
}
