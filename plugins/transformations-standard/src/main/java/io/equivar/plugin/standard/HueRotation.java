package io.equivar.plugin.standard;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Turns the hue and keeps the largest and the smallest colour of every pixel, that is, value and
 * saturation of the HSV model.
 *
 * <p>With {@code range = max - min} the hue is {@code (G - B) / (6 range)} where red is largest,
 * {@code 1/3 + (B - R) / (6 range)} where green is, and {@code 2/3 + (R - G) / (6 range)} where
 * blue is. The way back needs no case distinction, {@code h} in [0, 1): {@code R = min - range + 6
 * range |h - 1/2|} and {@code G, B = max + range - 6 range |h - 1/3 or 2/3|}, limited to {@code
 * [min, max]}.
 */
final class HueRotation {

  /** Below it colours count as gray: there is no hue, and it keeps the quotient finite. */
  private static final float SMALLEST_RANGE = 1e-12f;

  private final Ops tf;

  HueRotation(Ops tf) {
    this.tf = tf;
  }

  /**
   * Adds the operations.
   *
   * @param planes {@code [batch, 3, pixels]}
   * @param turns {@code [batch]}, in turns of the colour circle
   * @return {@code [batch, 3, pixels]}
   */
  Operand<TFloat32> apply(Operand<TFloat32> planes, Operand<TFloat32> turns) {
    List<? extends Operand<TFloat32>> colors = tf.split(tf.constant(1), planes, 3L).output();
    Operand<TFloat32> red = colors.get(0);
    Operand<TFloat32> green = colors.get(1);
    Operand<TFloat32> blue = colors.get(2);
    Operand<TFloat32> max = tf.math.maximum(tf.math.maximum(red, green), blue);
    Operand<TFloat32> min = tf.math.minimum(tf.math.minimum(red, green), blue);
    Operand<TFloat32> range = tf.math.sub(max, min);

    Operand<TFloat32> sixth =
        tf.math.div(tf.constant(1 / 6f), tf.math.maximum(range, tf.constant(SMALLEST_RANGE)));
    Operand<TFloat32> hue =
        tf.select(
            tf.math.equal(max, red),
            tf.math.mul(tf.math.sub(green, blue), sixth),
            tf.select(
                tf.math.equal(max, green),
                hueFrom(1 / 3f, tf.math.sub(blue, red), sixth),
                hueFrom(2 / 3f, tf.math.sub(red, green), sixth)));
    Operand<TFloat32> turned =
        tf.math.add(hue, tf.reshape(turns, tf.constant(new int[] {-1, 1, 1})));
    Operand<TFloat32> newHue = tf.math.sub(turned, tf.math.floor(turned));

    Operand<TFloat32> sixRange = tf.math.mul(range, tf.constant(6f));
    Operand<TFloat32> floor = tf.math.sub(min, range);
    Operand<TFloat32> ceiling = tf.math.add(max, range);
    return tf.concat(
        List.of(
            between(min, max, tf.math.add(floor, slope(newHue, 1 / 2f, sixRange))),
            between(min, max, tf.math.sub(ceiling, slope(newHue, 1 / 3f, sixRange))),
            between(min, max, tf.math.sub(ceiling, slope(newHue, 2 / 3f, sixRange)))),
        tf.constant(1));
  }

  private Operand<TFloat32> hueFrom(
      float offset, Operand<TFloat32> difference, Operand<TFloat32> sixth) {
    return tf.math.add(tf.math.mul(difference, sixth), tf.constant(offset));
  }

  private Operand<TFloat32> slope(Operand<TFloat32> hue, float centre, Operand<TFloat32> sixRange) {
    return tf.math.mul(sixRange, tf.math.abs(tf.math.sub(hue, tf.constant(centre))));
  }

  private Operand<TFloat32> between(
      Operand<TFloat32> min, Operand<TFloat32> max, Operand<TFloat32> value) {
    return tf.math.minimum(tf.math.maximum(value, min), max);
  }
}
