package io.equivar.plugin.augmix;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugMixConfigTest {

  private static final List<Operation> ONE = List.of(Operation.ROTATE);

  @Test
  void namesEverySettingThatIsOutOfRange() {
    assertThatThrownBy(() -> new AugMixConfig(0, List.of(3, 1), 11, 0, List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("width must be in [1, 16], got 0")
        .hasMessageContaining("depth must be [fewest, most], got [3, 1]")
        .hasMessageContaining("severity must be in [0.1, 10], got 11")
        .hasMessageContaining("alpha must be in [0.01, 1000], got 0")
        .hasMessageContaining("operations must have at least 1 element, got 0");
  }

  @Test
  void refusesOperationsThatAreNamedTwice() {
    List<Operation> twice = List.of(Operation.ROTATE, Operation.ROTATE);
    assertThatThrownBy(() -> new AugMixConfig(3, List.of(1, 3), 3, 1, twice))
        .hasMessageContaining("operations must name every operation once");
    assertThatThrownBy(() -> new RandAugmentConfig(2, 9, twice))
        .hasMessageContaining("operations must name every operation once");
    assertThatThrownBy(() -> new TrivialAugmentConfig(Space.WIDE, twice))
        .hasMessageContaining("operations must name every operation once");
  }

  @Test
  void refusesStrengthsThatDoNotExist() {
    assertThatThrownBy(() -> new RandAugmentConfig(2, 31, ONE))
        .hasMessageContaining("magnitude must be in [0, 30], got 31");
  }
}
