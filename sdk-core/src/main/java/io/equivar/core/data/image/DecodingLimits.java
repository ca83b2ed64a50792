package io.equivar.core.data.image;

import java.time.Duration;

/**
 * What decoding one image, or all that are decoded at a time, may cost.
 *
 * @param maxPixels the largest image, in pixels as its header declares them; at least 1
 * @param memoryBytes the memory that all decoders together may take, as estimated from the headers;
 *     images wait for each other, and one that needs more on its own is refused; at least 1
 * @param maxTime how long one image may take; generous, for it only ends what would never end
 */
public record DecodingLimits(long maxPixels, long memoryBytes, Duration maxTime) {

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public DecodingLimits {
    if (maxPixels < 1 || memoryBytes < 1 || maxTime.isNegative() || maxTime.isZero()) {
      throw new IllegalArgumentException(
          "limits of decoding must be positive, got %d pixels, %d bytes, %s"
              .formatted(maxPixels, memoryBytes, maxTime));
    }
  }

  /** Returns 64 megapixels, half of the largest heap, and two minutes. */
  public static DecodingLimits defaults() {
    return new DecodingLimits(
        64_000_000, Runtime.getRuntime().maxMemory() / 2, Duration.ofMinutes(2));
  }
}
