package io.equivar.core.data.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeKindTest {

  @ParameterizedTest
  @EnumSource
  void liesWithinTheUnitCircle(ShapeKind kind) {
    double area = 0;
    for (double y = -1.2; y < 1.2; y += 0.0125) {
      for (double x = -1.2; x < 1.2; x += 0.0125) {
        if (kind.distance(x, y) < 0) {
          assertThat(x * x + y * y).isLessThanOrEqualTo(1);
          area += 0.0125 * 0.0125;
        }
      }
    }
    assertThat(area).as("large enough to be seen").isGreaterThan(0.8);
  }

  @Test
  void distancesAreThoseToTheOutline() {
    assertThat(ShapeKind.CIRCLE.distance(0.3, 0.4)).isCloseTo(-0.3, within(1e-12));
    assertThat(ShapeKind.RING.distance(0, 0)).isCloseTo(0.48, within(1e-12));
    assertThat(ShapeKind.SQUARE.distance(0, 0)).isCloseTo(-Math.sqrt(0.5), within(1e-12));
    assertThat(ShapeKind.SQUARE.distance(0, 1.5)).isCloseTo(0.5, within(1e-12));
    assertThat(ShapeKind.TRIANGLE.distance(0, 0)).isCloseTo(-0.5, within(1e-12));
    assertThat(ShapeKind.CROSS.distance(0.5, 0)).isCloseTo(-0.27, within(1e-12));
    assertThat(ShapeKind.ARROW.distance(0, 1)).isCloseTo(0.1, within(1e-12));
  }
}
