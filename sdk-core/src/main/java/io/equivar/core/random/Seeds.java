package io.equivar.core.random;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Derives independent seeds from one seed by counters and names instead of by drawing from a shared
 * stream: what is drawn does not depend on how many threads draw, or in which order.
 */
public final class Seeds {

  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /** Returns a seed for the thing that {@code counters} number under {@code seed}. */
  public static long derive(long seed, long... counters) {
    long state = mix(seed + GOLDEN_GAMMA);
    for (long counter : counters) {
      state = mix((state ^ mix(counter + GOLDEN_GAMMA)) + GOLDEN_GAMMA);
    }
    return state;
  }

  /** Returns a seed for the thing called {@code name} under {@code seed}. */
  public static long derive(long seed, String name) {
    long state = mix(seed + GOLDEN_GAMMA);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      state = mix((state ^ b) + GOLDEN_GAMMA);
    }
    return state;
  }

  /** Returns a generator that starts from {@code seed}. */
  public static RandomGenerator generator(long seed) {
    return GENERATORS.create(seed);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every input bit moves all others. */
  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
