package io.equivar.plugin.standard;

/** The weights of red, green and blue in gray (ITU-R BT.601, rounded as in torchvision). */
final class Luminance {

  static final float RED = 0.2989f;
  static final float GREEN = 0.587f;
  static final float BLUE = 0.114f;

  private Luminance() {}

  /** Returns the weights of the three colours. */
  static float[] weights() {
    return new float[] {RED, GREEN, BLUE};
  }

  /** Returns the matrix that makes all three colours gray, row-major. */
  static float[] matrix() {
    return new float[] {RED, GREEN, BLUE, RED, GREEN, BLUE, RED, GREEN, BLUE};
  }
}
