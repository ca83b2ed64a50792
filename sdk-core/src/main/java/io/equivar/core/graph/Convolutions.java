package io.equivar.core.graph;

/** How convolutions are computed. The results are the same but for rounding. */
public enum Convolutions {
  /** By oneDNN: a seed repeats bit for bit. */
  REPEATABLE,
  /**
   * For images of few pixels as products of patches, which is faster in bfloat16 only; runs of the
   * same seed then differ in the last bits of their gradients.
   */
  FAST_IN_BFLOAT16
}
