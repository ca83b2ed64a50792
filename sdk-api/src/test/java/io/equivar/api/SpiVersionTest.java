package io.equivar.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpiVersionTest {

  private static final SpiVersion SDK = new SpiVersion(2, 3);

  @Test
  void sameMajorAndNoNewerMinorIsSupported() {
    assertThat(SDK.supports(new SpiVersion(2, 3))).isTrue();
    assertThat(SDK.supports(new SpiVersion(2, 0))).isTrue();
    assertThat(SDK.supports(new SpiVersion(2, 4))).isFalse();
    assertThat(SDK.supports(new SpiVersion(1, 3))).isFalse();
    assertThat(SDK.supports(new SpiVersion(3, 0))).isFalse();
  }

  @Test
  void textIsReadAndWritten() {
    assertThat(SpiVersion.parse("2.10")).isEqualTo(new SpiVersion(2, 10)).hasToString("2.10");
    assertThat(new SpiVersion(2, 10)).isGreaterThan(SDK);
  }

  @Test
  void otherTextIsRefused() {
    assertThatThrownBy(() -> SpiVersion.parse("1.0-beta"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an SPI version has the form major.minor, got '1.0-beta'");
  }
}
