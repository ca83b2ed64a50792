package io.equivar.core.data.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  @Test
  void ordersNumbersByTheirValue() {
    assertThat(
            sorted(
                "data_batch_10.bin", "data_batch_2.bin", "data_batch_007.bin", "data_batch_1.bin"))
        .containsExactly(
            "data_batch_1.bin", "data_batch_2.bin", "data_batch_007.bin", "data_batch_10.bin");
  }

  @Test
  void ordersNumbersOfAnyLength() {
    assertThat(sorted("b99999999999999999999.bin", "b100000000000000000000.bin"))
        .containsExactly("b99999999999999999999.bin", "b100000000000000000000.bin");
  }

  @Test
  void ordersOtherNamesByTheirCharacters() {
    assertThat(sorted("test_batch_jpeg.bin", "test_batch_2.bin", "test_batch.bin", "test_batch"))
        .containsExactly("test_batch", "test_batch.bin", "test_batch_2.bin", "test_batch_jpeg.bin");
  }

  @Test
  void ordersNamesThatDifferInLeadingZerosOnly() {
    assertThat(sorted("b1.bin", "b01.bin")).containsExactly("b01.bin", "b1.bin");
  }

  private static List<String> sorted(String... names) {
    return List.of(names).stream().sorted(new NaturalOrder()).toList();
  }
}
