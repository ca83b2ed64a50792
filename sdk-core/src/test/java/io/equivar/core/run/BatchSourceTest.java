package io.equivar.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.ImageSet;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class BatchSourceTest {

  private static final Pipeline NO_STEPS = Pipeline.of(ImageShape.square(1), List.of());

  private static BatchSource source(ImageSet images, EpochOrder order, long steps) {
    return new BatchSource(
        images,
        new ParameterSampler(NO_STEPS, 4, 1),
        HostSteps.of(NO_STEPS, 4, SessionOptions.DEFAULT),
        order,
        steps,
        2);
  }

  @Test
  void batchesComeInTheOrderOfTheEpochs() throws InterruptedException {
    EpochOrder order = new EpochOrder(10, 4, 3);
    List<Integer> seen = new ArrayList<>();
    try (BatchSource source = source(new Numbered(10, -1), order, 6)) {
      for (int step = 0; step < 6; step++) {
        Batch batch = source.next();
        assertThat(batch.step()).isEqualTo(step);
        assertThat(batch.epoch()).isEqualTo(step / 2);
        for (int image = 0; image < 4; image++) {
          seen.add((int) batch.pixels()[3 * image]);
        }
      }
      assertThatThrownBy(source::next).isInstanceOf(NoSuchElementException.class);
    }

    List<Integer> expected = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      Arrays.stream(order.permutation(epoch)).limit(8).forEach(expected::add);
    }
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void whatFailsWhileReadingIsPassedOn() {
    EpochOrder order = new EpochOrder(4, 4, 3);
    try (BatchSource source = source(new Numbered(4, 2), order, 1)) {
      assertThatThrownBy(source::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a batch cannot be assembled: java.lang.IllegalStateException: gone");
    }
  }

  /** Images of one pixel that hold their number. */
  private record Numbered(int size, int broken) implements ImageSet {

    @Override
    public ImageShape shape() {
      return ImageShape.square(1);
    }

    @Override
    public void read(int index, byte[] target, int offset) {
      if (index == broken) {
        throw new IllegalStateException("gone");
      }
      Arrays.fill(target, offset, offset + 3, (byte) index);
    }

    @Override
    public int label(int index) {
      return NO_LABEL;
    }

    @Override
    public List<String> classNames() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
