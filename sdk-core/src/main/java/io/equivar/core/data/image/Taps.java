package io.equivar.core.data.image;

/**
 * Which inputs make up each output when a line is resized, and with which weights: {@code max(0, 1
 * - |j + 0.5 - c| / max(1, s))}, with {@code s = inputs / outputs} and {@code c = s (o + 0.5)},
 * divided by their sum.
 */
final class Taps {

  private final int inputs;
  private final int[] first;
  private final float[][] weights;

  private Taps(int inputs, int[] first, float[][] weights) {
    this.inputs = inputs;
    this.first = first;
    this.weights = weights;
  }

  /** Computes the weights of resizing {@code inputs} samples to {@code outputs}. */
  static Taps resizing(int inputs, int outputs) {
    double scale = (double) inputs / outputs;
    double reach = Math.max(1, scale);
    int[] first = new int[outputs];
    float[][] weights = new float[outputs][];
    for (int out = 0; out < outputs; out++) {
      double centre = scale * (out + 0.5);
      int from = (int) Math.max(0, Math.floor(centre - reach));
      int to = (int) Math.min(inputs - 1, Math.ceil(centre + reach) - 1);
      double[] exact = new double[to - from + 1];
      double sum = 0;
      for (int in = from; in <= to; in++) {
        exact[in - from] = Math.max(0, 1 - Math.abs(in + 0.5 - centre) / reach);
        sum += exact[in - from];
      }
      first[out] = from;
      weights[out] = new float[exact.length];
      for (int i = 0; i < exact.length; i++) {
        weights[out][i] = (float) (exact[i] / sum);
      }
    }
    return new Taps(inputs, first, weights);
  }

  /** Returns the first input of an output. */
  int first(int out) {
    return first[out];
  }

  /** Returns the last input of an output. */
  int last(int out) {
    return first[out] + weights[out].length - 1;
  }

  /** Returns the weight of an input between the first and the last of an output. */
  float weight(int out, int in) {
    return weights[out][in - first[out]];
  }

  /** Returns the first output to which an input adds. */
  int firstOutput(int in) {
    int out = (int) ((long) in * first.length / inputs);
    while (out > 0 && last(out - 1) >= in) {
      out--;
    }
    return out;
  }

  /** Returns the last output to which an input adds. */
  int lastOutput(int in) {
    int out = (int) ((long) in * first.length / inputs);
    while (out < first.length - 1 && first(out + 1) <= in) {
      out++;
    }
    return out;
  }
}
