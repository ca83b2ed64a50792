package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.graph.ImageShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlipTest {

  private static final ImageShape SHAPE = new ImageShape(2, 3);
  private static final float[] IMAGE = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19
  };

  @Test
  void horizontalSwapsLeftAndRightAndKeepsTheColors() {
    assertThat(flipped("horizontal-flip"))
        .containsExactly(7, 8, 9, 4, 5, 6, 1, 2, 3, 17, 18, 19, 14, 15, 16, 11, 12, 13);
  }

  @Test
  void verticalSwapsTopAndBottom() {
    assertThat(flipped("vertical-flip"))
        .containsExactly(11, 12, 13, 14, 15, 16, 17, 18, 19, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  private static float[] flipped(String name) {
    return Applied.apply(
        Applied.create(name, new NoSettings(), SHAPE), SHAPE, IMAGE, List.of(new double[0]));
  }
}
