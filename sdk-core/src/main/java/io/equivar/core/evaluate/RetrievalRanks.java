package io.equivar.core.evaluate;

import java.util.Arrays;

/**
 * The places at which predicted representations find what they predict, among the representations
 * of all versions of the same image, by cosine similarity; 1 is the first (Garrido et al. 2023,
 * section 4.2, and the paper's table 6).
 */
public final class RetrievalRanks {

  private final int[] ranks;
  private final int[] nearest;

  private RetrievalRanks(int[] ranks, int[] nearest) {
    this.ranks = ranks;
    this.nearest = nearest;
  }

  /**
   * Ranks predictions. A version that is as near as the true one does not push it back.
   *
   * @param predictions {@code [images, versions, width]}, row-major: what version {@code v} of an
   *     image is predicted to be
   * @param candidates {@code [images, versions, width]}, row-major: what it is
   * @param versions number of versions of an image, at least 1
   * @param width number of features
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public static RetrievalRanks of(
      float[] predictions, float[] candidates, int versions, int width) {
    int image = versions * width;
    if (predictions.length != candidates.length
        || predictions.length == 0
        || predictions.length % image != 0) {
      throw new IllegalArgumentException(
          "%d predicted and %d candidate values are no images of %d versions of %d features"
              .formatted(predictions.length, candidates.length, versions, width));
    }
    int count = predictions.length / width;
    int[] ranks = new int[count];
    int[] nearest = new int[count];
    for (int row = 0; row < count; row++) {
      int first = row / versions * versions;
      double[] similarities = new double[versions];
      for (int v = 0; v < versions; v++) {
        similarities[v] =
            similarity(predictions, row * width, candidates, (first + v) * width, width);
      }
      double own = similarities[row - first];
      ranks[row] = 1 + (int) Arrays.stream(similarities).filter(other -> other > own).count();
      int best = row - first;
      for (int v = 0; v < versions; v++) {
        best = similarities[v] > similarities[best] ? v : best;
      }
      nearest[row] = best;
    }
    return new RetrievalRanks(ranks, nearest);
  }

  private static double similarity(float[] a, int startA, float[] b, int startB, int width) {
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < width; i++) {
      double x = a[startA + i];
      double y = b[startB + i];
      product += x * y;
      squaresA += x * x;
      squaresB += y * y;
    }
    return product / Math.max(Math.sqrt(squaresA * squaresB), 1e-12);
  }

  /** Returns the mean of one over the rank, in (0, 1]. */
  public double meanReciprocalRank() {
    return Arrays.stream(ranks).mapToDouble(rank -> 1.0 / rank).average().orElseThrow();
  }

  /** Returns the share of predictions whose version is among the nearest {@code k}, in [0, 1]. */
  public double hitRate(int k) {
    return Arrays.stream(ranks).filter(rank -> rank <= k).count() / (double) ranks.length;
  }

  /** Returns for every prediction which version of its image is nearest to it, from 0. */
  public int[] nearest() {
    return nearest.clone();
  }
}
