package io.equivar.plugin.sie;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A representation in its two parts.
 *
 * @param invariant the first columns
 * @param equivariant the last columns
 */
record Parts(Operand<TFloat32> invariant, Operand<TFloat32> equivariant) {

  /** The widths of both parts, at least 1 each. */
  record Widths(int invariant, int equivariant) {

    /**
     * Divides a width.
     *
     * @param location of the objective in the configuration, for messages
     * @throws ConfigurationException if a part would be empty
     */
    static Widths of(int whole, double equivariantShare, String location) {
      int equivariant = (int) Math.rint(equivariantShare * whole);
      if (equivariant < 1 || equivariant >= whole) {
        throw new ConfigurationException(
            Problem.of(
                location + ".equivariant-share",
                "must leave at least one column to either part of " + whole,
                equivariantShare));
      }
      return new Widths(whole - equivariant, equivariant);
    }

    /** Returns the shares of a layer's width, each rounded. */
    Widths shareOf(int layer) {
      double whole = invariant + equivariant;
      return new Widths(
          (int) Math.rint(layer * (invariant / whole)),
          (int) Math.rint(layer * (equivariant / whole)));
    }
  }

  /**
   * Divides a representation.
   *
   * @param whole {@code [rows, width]}
   */
  static Parts of(Ops tf, Operand<TFloat32> whole, Widths widths) {
    return new Parts(
        columns(tf, whole, 0, widths.invariant()),
        columns(tf, whole, widths.invariant(), widths.equivariant()));
  }

  private static Operand<TFloat32> columns(Ops tf, Operand<TFloat32> whole, int start, int count) {
    return tf.slice(whole, tf.constant(new int[] {0, start}), tf.constant(new int[] {-1, count}));
  }
}
