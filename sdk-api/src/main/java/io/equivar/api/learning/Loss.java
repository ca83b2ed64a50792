package io.equivar.api.learning;

import io.equivar.api.Spi;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A scalar to minimise, with the named terms that make it up, which are logged. Immutable. */
@Spi(Spi.Role.VALUE)
public final class Loss {

  private final Operand<TFloat32> value;
  private final List<Term> terms;

  private Loss(Operand<TFloat32> value, List<Term> terms) {
    this.value = value;
    this.terms = terms;
  }

  /**
   * One term of a weighted sum.
   *
   * @param name in kebab case, as it appears in the metrics
   * @param weight what it is multiplied with in the sum
   * @param value the unweighted scalar
   */
  @Spi(Spi.Role.VALUE)
  public record Term(String name, double weight, Operand<TFloat32> value) {}

  /**
   * Makes a loss without named terms.
   *
   * @param value a {@code float32} scalar
   * @throws IllegalArgumentException if it is not a scalar
   */
  public static Loss of(Operand<TFloat32> value) {
    if (value.shape().numDimensions() > 0) {
      throw new IllegalArgumentException("a loss must be a scalar, got shape " + value.shape());
    }
    return new Loss(value, List.of());
  }

  /**
   * Adds up terms: {@code sum of weight * value}. A term of weight 0 should not be built at all.
   *
   * @throws IllegalArgumentException if there is no term
   */
  public static Loss sum(Ops tf, List<Term> terms) {
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a loss has at least one term");
    }
    List<Operand<TFloat32>> weighted = new ArrayList<>();
    for (Term term : terms) {
      weighted.add(
          term.weight() == 1
              ? term.value()
              : tf.math.mul(term.value(), tf.constant((float) term.weight())));
    }
    return new Loss(
        weighted.size() == 1 ? weighted.get(0) : tf.math.addN(weighted), List.copyOf(terms));
  }

  /** Returns the scalar to minimise. */
  public Operand<TFloat32> value() {
    return value;
  }

  /** Returns the terms; empty for a loss that is not a sum. */
  public List<Term> terms() {
    return terms;
  }
}
