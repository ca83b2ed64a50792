package io.equivar.core.graph;

/** The arithmetic of matrix products and convolutions. Variables are always {@code float32}. */
public enum Precision {
  /** IEEE single precision throughout. */
  FP32,
  /** Products of bfloat16 values, summed in single precision. */
  BF16
}
