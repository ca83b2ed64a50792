package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

  /** Four points: 3 to either side along (3, 4) / 5, 1 to either side along (-4, 3) / 5. */
  private static final float[] CROSS = {
    11.8f, 22.4f, 8.2f, 17.6f, 9.2f, 20.6f, 10.8f, 19.4f,
  };

  @Test
  void the_first_component_goes_along_the_largest_variance() {
    PrincipalComponents principal = PrincipalComponents.of(CROSS, 4, 2, 2);

    double[] expected = {3, -3, 0, 0};
    for (int row = 0; row < 4; row++) {
      assertThat(Math.abs(principal.value(row, 0)))
          .isCloseTo(Math.abs(expected[row]), within(1e-5));
      assertThat(Math.abs(principal.value(row, 1))).isCloseTo(row < 2 ? 0.0 : 1.0, within(1e-5));
    }
    assertThat(principal.value(0, 0)).isCloseTo(-principal.value(1, 0), within(1e-5));
    assertThat(principal.value(2, 1)).isCloseTo(-principal.value(3, 1), within(1e-5));
    assertThat(principal.share(0)).isCloseTo(18.0 / 20, within(1e-5));
    assertThat(principal.share(1)).isCloseTo(2.0 / 20, within(1e-5));
  }

  @Test
  void components_without_a_direction_are_zero() {
    PrincipalComponents principal = PrincipalComponents.of(CROSS, 4, 2, 5);

    assertThat(principal.components()).isEqualTo(5);
    assertThat(principal.value(0, 4)).isZero();
    assertThat(principal.share(2)).isCloseTo(0, within(1e-9));
  }

  @Test
  void equal_rows_are_in_one_place() {
    PrincipalComponents principal = PrincipalComponents.of(new float[] {1, 2, 1, 2}, 2, 2, 2);

    assertThat(principal.value(0, 0)).isZero();
    assertThat(principal.share(0)).isZero();
  }

  @Test
  void sizes_must_fit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrincipalComponents.of(CROSS, 3, 2, 2))
        .withMessage("8 values are no 3 rows of 2 features");
  }
}
