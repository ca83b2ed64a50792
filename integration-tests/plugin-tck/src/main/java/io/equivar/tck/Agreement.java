package io.equivar.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether two trainings are the same but for rounding. TensorFlow may add up in another order from
 * one session to the next, which moves the last digits; whatever is drawn moves much more.
 */
final class Agreement {

  /** Of the largest value of a variable, or of the losses. */
  private static final double TOLERANCE = 1e-4;

  private Agreement() {}

  /** Fails unless the same names have the same values. */
  static void require(
      Map<String, List<Float>> actual, Map<String, List<Float>> expected, String what) {
    assertThat(actual.keySet()).as("variables of " + what).isEqualTo(expected.keySet());
    expected.forEach(
        (name, values) ->
            requireValues(Objects.requireNonNull(actual.get(name)), values, name + " of " + what));
  }

  private static void requireValues(List<Float> actual, List<Float> expected, String what) {
    assertThat(actual).as("number of values in " + what).hasSameSizeAs(expected);
    double allowed =
        TOLERANCE
            * expected.stream().mapToDouble(Math::abs).filter(Double::isFinite).max().orElse(0);
    for (int i = 0; i < expected.size(); i++) {
      float first = expected.get(i);
      float second = actual.get(i);
      boolean agree = Float.compare(first, second) == 0 || Math.abs(first - second) <= allowed;
      assertThat(agree)
          .as("%s: value %d is %s, and was %s in the first build", what, i, second, first)
          .isTrue();
    }
  }
}
