package io.equivar.plugin.augmix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Magnitudes, by numbers worked out by hand from the authors' and torchvision's formulas. */
class StrengthsTest {

  private static final ImageShape IMAGE = new ImageShape(48, 96);
  private static final double EXACT = 1e-12;

  /**
   * Levels 0.1, 0.825, 1.55 and 2.81875 of severity 3; a number from 0.5 on makes the sign minus.
   */
  @ParameterizedTest
  @CsvSource({
    "POSTERIZE, 4, 4, 4, 3",
    "ROTATE, 0, 2, -4, -8",
    "SHEAR_X, 0.003, 0.02475, -0.0465, -0.0845625",
    "SHEAR_Y, 0.003, 0.02475, -0.0465, -0.0845625",
    "COLOR, 0.118, 0.2485, 0.379, 0.607375",
    "CONTRAST, 0.118, 0.2485, 0.379, 0.607375",
    "BRIGHTNESS, 0.118, 0.2485, 0.379, 0.607375",
    "SHARPNESS, 0.118, 0.2485, 0.379, 0.607375",
    "AUTOCONTRAST, 0, 0, 0, 0",
    "EQUALIZE, 0, 0, 0, 0",
  })
  void levelsAreThoseOfHendrycks(
      Operation operation, double lowest, double quarter, double half, double high) {
    assertThat(atSeverity3(operation, 0)).isCloseTo(lowest, within(EXACT));
    assertThat(atSeverity3(operation, 0.25)).isCloseTo(quarter, within(EXACT));
    assertThat(atSeverity3(operation, 0.5)).isCloseTo(half, within(EXACT));
    assertThat(atSeverity3(operation, 0.9375)).isCloseTo(high, within(EXACT));
  }

  /** {@code int(level * 32 / 10)} of 96 columns, {@code int(level * 16 / 10)} of 48 rows. */
  @Test
  void translationsAreWholePixelsOfAThird() {
    assertThat(96 * atSeverity3(Operation.TRANSLATE_X, 0.25)).isCloseTo(2, within(EXACT));
    assertThat(96 * atSeverity3(Operation.TRANSLATE_X, 0.5)).isCloseTo(-4, within(EXACT));
    assertThat(96 * atSeverity3(Operation.TRANSLATE_X, 0.9375)).isCloseTo(-9, within(EXACT));
    assertThat(48 * atSeverity3(Operation.TRANSLATE_Y, 0.25)).isCloseTo(1, within(EXACT));
    assertThat(48 * atSeverity3(Operation.TRANSLATE_Y, 0.9375)).isCloseTo(-4, within(EXACT));
  }

  /** {@code 256 - int(25.6 level)}: 254, 235, 217 and 184. */
  @ParameterizedTest
  @CsvSource({"0, 254", "0.25, 235", "0.5, 217", "0.9375, 184"})
  void solarizeInvertsFromItsThresholdOn(double number, int threshold) {
    double magnitude = atSeverity3(Operation.SOLARIZE, number);
    assertThat((float) magnitude).isGreaterThan((threshold - 1) / 255f);
    assertThat((float) magnitude).isLessThan(threshold / 255f);
  }

  @Test
  void levelsAreUniform() {
    SeverityStrengths strengths = new SeverityStrengths(3, IMAGE);
    RandomGenerator random = new SplittableRandom(1);
    double[] factors = new double[4000];
    long[] bits = new long[2];
    long[] sides = new long[2];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = strengths.draw(Operation.COLOR, random);
      bits[(int) strengths.draw(Operation.POSTERIZE, random) - 3]++;
      sides[strengths.draw(Operation.SHEAR_X, random) < 0 ? 0 : 1]++;
    }
    Statistics.assertDistributed(factors, x -> (x - 0.118) / (0.64 - 0.118));
    // Levels from 2.5 on leave three bits.
    Statistics.assertCounts(bits, new double[] {4000 * 0.5 / 2.9, 4000 * 2.4 / 2.9});
    Statistics.assertUniform(sides);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void spansHoldWhatIsDrawn(Operation operation) {
    RandomGenerator random = new SplittableRandom(2);
    for (Strengths strengths :
        new Strengths[] {
          new SeverityStrengths(0.1, IMAGE),
          new SeverityStrengths(10, IMAGE),
          new StepStrengths(Space.STANDARD, IMAGE, 9, 9),
          new StepStrengths(Space.WIDE, IMAGE, 0, 30)
        }) {
      Span span = strengths.span(operation);
      for (int i = 0; i < 300; i++) {
        assertThat(strengths.draw(operation, random)).isBetween(span.min(), span.max());
      }
    }
  }

  /** Step 9 of 30 of torchvision's RandAugment; the last column is the other side. */
  @ParameterizedTest
  @CsvSource({
    "SHEAR_X, 0.09, -0.09",
    "SHEAR_Y, 0.09, -0.09",
    "TRANSLATE_X, 0.13541666666666666, -0.13541666666666666",
    "TRANSLATE_Y, 0.125, -0.125",
    "ROTATE, 9, -9",
    "BRIGHTNESS, 1.27, 0.73",
    "COLOR, 1.27, 0.73",
    "CONTRAST, 1.27, 0.73",
    "SHARPNESS, 1.27, 0.73",
    "POSTERIZE, 7, 7",
    "SOLARIZE, 0.7, 0.7",
    "AUTOCONTRAST, 0, 0",
    "EQUALIZE, 0, 0",
    "IDENTITY, 0, 0",
  })
  void stepsAreThoseOfRandAugment(Operation operation, double magnitude, double otherSide) {
    StepStrengths strengths = new StepStrengths(Space.STANDARD, IMAGE, 9, 9);
    assertThat(strengths.draw(operation, constant(0.25))).isCloseTo(magnitude, within(EXACT));
    assertThat(strengths.draw(operation, constant(0.75))).isCloseTo(otherSide, within(EXACT));
  }

  /** The strongest step of torchvision's TrivialAugmentWide. */
  @ParameterizedTest
  @CsvSource({
    "SHEAR_X, 0.99",
    "SHEAR_Y, 0.99",
    "TRANSLATE_X, 0.3333333333333333",
    "TRANSLATE_Y, 0.6666666666666666",
    "ROTATE, 135",
    "BRIGHTNESS, 1.99",
    "COLOR, 1.99",
    "CONTRAST, 1.99",
    "SHARPNESS, 1.99",
    "POSTERIZE, 2",
    "SOLARIZE, 0",
  })
  void wideStepsAreThoseOfTrivialAugment(Operation operation, double magnitude) {
    StepStrengths strengths = new StepStrengths(Space.WIDE, IMAGE, 30, 30);
    assertThat(strengths.draw(operation, constant(0.25))).isCloseTo(magnitude, within(EXACT));
  }

  @Test
  void stepsOfTrivialAugmentAreUniform() {
    StepStrengths strengths = new StepStrengths(Space.WIDE, IMAGE, 0, StepStrengths.LAST_STEP);
    RandomGenerator random = new SplittableRandom(3);
    long[] steps = new long[31];
    for (int i = 0; i < 6200; i++) {
      steps[(int) Math.round(Math.abs(strengths.draw(Operation.ROTATE, random)) / 4.5)]++;
    }
    Statistics.assertUniform(steps);
  }

  private static double atSeverity3(Operation operation, double number) {
    return new SeverityStrengths(3, IMAGE).draw(operation, constant(number));
  }

  /** Returns a generator whose every number in [0, 1) is {@code number}. */
  private static RandomGenerator constant(double number) {
    return () -> (long) (number * 0x1p53) << 11;
  }
}
