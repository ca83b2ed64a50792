package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChannelDropTest {

  private static final ImageShape SHAPE = new ImageShape(5, 8);
  private static final Transformation SUBJECT =
      Applied.create("channel-drop", new ChannelDropConfig(0.25), SHAPE);

  @Test
  void setsOneColourAndKeepsTheOthers() {
    float[] images = Applied.images(3, SHAPE, 1);

    float[] changed =
        Applied.apply(
            SUBJECT, SHAPE, images, List.of(new double[] {2}, new double[] {0}, new double[] {1}));

    int[] dropped = {2, 0, 1};
    for (int i = 0; i < changed.length; i++) {
      boolean isDropped = i % 3 == dropped[i / Applied.size(SHAPE)];
      assertThat(changed[i]).isEqualTo(isDropped ? 0.25f : images[i]);
    }
  }

  @Test
  void drawsEveryColourAsOften() {
    long[] counts = new long[3];
    LongStream.range(0, 3000).forEach(seed -> counts[(int) Applied.sample(SUBJECT, seed)[0]]++);
    // Five standard deviations of a binomial distribution.
    assertThat(LongStream.of(counts)).allSatisfy(count -> assertThat(count).isBetween(871L, 1129L));
  }
}
