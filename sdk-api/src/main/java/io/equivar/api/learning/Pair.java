package io.equivar.api.learning;

import io.equivar.api.Spi;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two sides that are to be alike, row by row: row {@code i} of one is the positive of row {@code i}
 * of the other. On demand it also gives both sides as the moving averages of the weights compute
 * them, for base methods such as BYOL and MoCo. Made once per term; not thread-safe.
 */
@Spi(Spi.Role.VALUE)
public final class Pair {

  private final Side first;
  private final Side second;
  private final Supplier<Side> firstTargetMaker;
  private final Supplier<Side> secondTargetMaker;
  private @Nullable Side firstTarget;
  private @Nullable Side secondTarget;

  private Pair(Side first, Side second, Supplier<Side> firstTarget, Supplier<Side> secondTarget) {
    this.first = first;
    this.second = second;
    this.firstTargetMaker = firstTarget;
    this.secondTargetMaker = secondTarget;
  }

  /**
   * Makes a pair.
   *
   * @param first one side
   * @param second the other, of as many parts and the same width
   * @param firstTarget makes the first side with {@linkplain Encoder#averaged() averaged} weights;
   *     called at most once, and only if the base method asks for it
   * @param secondTarget makes the second side with averaged weights, likewise
   * @throws IllegalArgumentException if the sides differ in width or number of parts
   */
  public static Pair of(
      Side first, Side second, Supplier<Side> firstTarget, Supplier<Side> secondTarget) {
    if (first.width() != second.width() || first.parts().size() != second.parts().size()) {
      throw new IllegalArgumentException(
          "the sides of a pair must have one width and as many parts, got "
              + first.parts().stream().map(part -> part.shape()).toList()
              + " and "
              + second.parts().stream().map(part -> part.shape()).toList());
    }
    return new Pair(first, second, firstTarget, secondTarget);
  }

  /** Returns the first side. */
  public Side first() {
    return first;
  }

  /** Returns the second side. */
  public Side second() {
    return second;
  }

  /** Returns the width of both sides. */
  public int width() {
    return first.width();
  }

  /** Returns the first side as the moving averages compute it; no gradient flows into it. */
  public Side firstTarget() {
    Side side = firstTarget;
    if (side == null) {
      side = firstTargetMaker.get();
      firstTarget = side;
    }
    return side;
  }

  /** Returns the second side as the moving averages compute it; no gradient flows into it. */
  public Side secondTarget() {
    Side side = secondTarget;
    if (side == null) {
      side = secondTargetMaker.get();
      secondTarget = side;
    }
    return side;
  }
}
