package io.equivar.api.learning;

import io.equivar.api.Spi;
import io.equivar.api.graph.Layer;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One side of a dissimilarity: rows of representations, in one or more parts. Heads are applied
 * part by part, because batch normalisation must not mix what belongs to different views; then the
 * parts are joined. Immutable.
 */
@Spi(Spi.Role.VALUE)
public final class Side {

  private final List<Operand<TFloat32>> parts;

  private Side(List<Operand<TFloat32>> parts) {
    this.parts = parts;
  }

  /**
   * Makes a side.
   *
   * @param parts at least one, each {@code float32 [rows, width]} with one static width
   * @throws IllegalArgumentException if there is no part, or the parts are not matrices of one
   *     width
   */
  public static Side of(List<Operand<TFloat32>> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a side has at least one part");
    }
    long width = parts.get(0).shape().numDimensions() == 2 ? parts.get(0).shape().get(1) : -1;
    for (Operand<TFloat32> part : parts) {
      if (width < 1 || part.shape().numDimensions() != 2 || part.shape().get(1) != width) {
        throw new IllegalArgumentException(
            "the parts of a side must be matrices of one known width, got shapes "
                + parts.stream().map(Operand::shape).toList());
      }
    }
    return new Side(List.copyOf(parts));
  }

  /** Makes a side of one part. */
  public static Side of(Operand<TFloat32> part) {
    return of(List.of(part));
  }

  /** Makes a side of two parts. */
  public static Side of(Operand<TFloat32> first, Operand<TFloat32> second) {
    return of(List.of(first, second));
  }

  /** Returns the parts, each {@code [rows, width()]}. */
  public List<Operand<TFloat32>> parts() {
    return parts;
  }

  /** Returns the width of a representation. */
  public int width() {
    return (int) parts.get(0).shape().get(1);
  }

  /** Returns the side with {@code layer} applied to every part. */
  public Side map(Layer layer) {
    return of(parts.stream().map(layer::apply).toList());
  }

  /**
   * Returns the parts one below the other.
   *
   * @return {@code [all rows, width()]}
   */
  public Operand<TFloat32> joined(Ops tf) {
    return parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(0));
  }
}
