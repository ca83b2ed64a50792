package io.equivar.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochOrderTest {

  @Test
  void everyEpochSeesEveryImageOnceInAnotherOrder() {
    EpochOrder order = new EpochOrder(101, 10, 7);

    assertThat(order.batches()).isEqualTo(10);
    assertThat(order.permutation(0))
        .containsExactlyInAnyOrder(IntStream.range(0, 101).toArray())
        .isNotEqualTo(order.permutation(1))
        .isEqualTo(new EpochOrder(101, 10, 7).permutation(0))
        .isNotEqualTo(new EpochOrder(101, 10, 8).permutation(0));
  }

  @Test
  void aBatchLargerThanTheSetIsRefused() {
    assertThatThrownBy(() -> new EpochOrder(5, 6, 1))
        .hasMessage("a batch of 6 cannot be taken from 5 images");
  }
}
