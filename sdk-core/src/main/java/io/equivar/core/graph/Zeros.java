package io.equivar.core.graph;

import io.equivar.api.graph.Initializer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Starts a variable with zeros, without an array of its size on the host: an optimiser's variables
 * are as large as all weights together.
 */
public record Zeros() implements Initializer {

  @Override
  public void fill(RandomGenerator random, float[] values) {
    Arrays.fill(values, 0);
  }
}
