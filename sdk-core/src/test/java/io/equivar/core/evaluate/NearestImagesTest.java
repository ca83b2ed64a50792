package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestImagesTest {

  private final NearestImages nearest =
      new NearestImages(
          new LabelledFeatures(new float[] {0, 2, 5, 0, 3, 3, -1, 0}, 2, new int[] {0, 1, 2, 3}));

  @Test
  void finds_by_the_angle_whatever_the_length() {
    List<NearestImages.Found> found = nearest.nearest(new float[] {10, 0}, 3);

    assertThat(found).extracting(NearestImages.Found::image).containsExactly(1, 2, 0);
    assertThat(found.get(0).similarity()).isCloseTo(1, within(1e-6));
    assertThat(found.get(1).similarity()).isCloseTo(Math.sqrt(0.5), within(1e-6));
    assertThat(found.get(2).similarity()).isCloseTo(0, within(1e-6));
  }

  @Test
  void finds_no_more_than_there_are() {
    assertThat(nearest.nearest(new float[] {1, 1}, 9)).hasSize(4);
  }
}
