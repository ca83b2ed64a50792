package io.equivar.core.evaluate;

import io.equivar.core.data.ImageSet;
import io.equivar.core.pipeline.ParameterTable;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.VersionSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Transformation equivariance (the paper's table 6, as Garrido et al. 2023, section 4.2): {@code
 * versions} versions are made of every image; from the original and each transformation the
 * representation is predicted, and the place is found that the true version has among all versions
 * of the image, by cosine similarity with the prediction.
 *
 * <p>Images are taken in pairs, which undergo the same transformations: what a method needs of a
 * transformation comes from the other image of the pair, or from the label.
 *
 * @param images number of images at most, at least 2; an odd one is left out
 * @param versions of every image, from 2 to {@link #MOST_VERSIONS}
 * @param seed of the draw of images and versions
 */
public record VersionRetrieval(int images, int versions, long seed) {

  /** The paper's number of versions. */
  public static final int VERSIONS = 60;

  /** More would be too many for one batch. */
  public static final int MOST_VERSIONS = 512;

  /** Enough for a standard error of two hundredths of the usual figures. */
  public static final int IMAGES = 500;

  private static final int HITS = 5;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public VersionRetrieval {
    if (images < 2 || versions < 2 || versions > MOST_VERSIONS) {
      throw new IllegalArgumentException(
          "there are at least 2 images, and 2 to %d versions of each, got %d and %d"
              .formatted(MOST_VERSIONS, images, versions));
    }
  }

  /** Returns the usual numbers. */
  public static VersionRetrieval standard(long seed) {
    return new VersionRetrieval(IMAGES, VERSIONS, seed);
  }

  /** Returns the number of images that a network must compute at once. */
  public int batchSize() {
    return 2 * versions;
  }

  /** Returns how many images of a set are taken; even. */
  public int taken(ImageSet set) {
    return Math.min(images, set.size()) / 2 * 2;
  }

  /**
   * Measures a network.
   *
   * @param network of {@link #batchSize()} and this pipeline
   * @param pipeline {@linkplain Pipeline#skippable() skippable}
   * @param set at least two images
   */
  public EquivarianceReport.Figures measure(PairNetwork network, Pipeline pipeline, ImageSet set) {
    Optional<VersionLabels> labels = VersionLabels.of(pipeline);
    int width = network.predictionWidth().orElseThrow();
    Sums sums = new Sums();
    forEachPair(
        pipeline,
        set,
        (pair, drawn) -> {
          byte[] pixels = new byte[Math.multiplyExact(batchSize(), set.imageBytes())];
          for (int row = 0; row < batchSize(); row++) {
            set.read(pair[row % 2], pixels, row * set.imageBytes());
          }
          PairNetwork.Rows rows = network.predictions(pixels, drawn);
          RetrievalRanks ranks =
              RetrievalRanks.of(
                  byImage(rows.first(), width), byImage(rows.second(), width), versions, width);
          sums.add(ranks, labels.map(each -> distances(each, drawn, ranks.nearest())));
        });
    return sums.figures(labels.isPresent());
  }

  /** Returns what guessing comes to, with the same images and versions. */
  public EquivarianceReport.Figures chance(Pipeline pipeline, ImageSet set) {
    double reciprocals = 0;
    for (int rank = 1; rank <= versions; rank++) {
      reciprocals += 1.0 / rank;
    }
    Optional<VersionLabels> labels = VersionLabels.of(pipeline);
    List<Double> distances = new ArrayList<>();
    labels.ifPresent(
        each ->
            forEachPair(pipeline, set, (pair, drawn) -> distances.add(meanDistance(each, drawn))));
    return new EquivarianceReport.Figures(
        reciprocals / versions,
        1.0 / versions,
        Math.min(1.0, (double) HITS / versions),
        labels.isPresent()
            ? distances.stream().mapToDouble(Double::doubleValue).average().orElseThrow()
            : null);
  }

  private void forEachPair(Pipeline pipeline, ImageSet set, PairConsumer consumer) {
    VersionSampler sampler = new VersionSampler(pipeline, seed);
    int[] chosen = ChosenImages.of(set, images, seed);
    for (int first = 0; first + 1 < chosen.length; first += 2) {
      long[] keys = new long[batchSize()];
      for (int row = 0; row < keys.length; row++) {
        keys[row] = (long) first * MOST_VERSIONS + row / 2;
      }
      consumer.accept(
          new int[] {chosen[first], chosen[first + 1]}, sampler.draw(keys, sampler.shared()));
    }
  }

  /** Takes rows of version after version, of both images each, to image after image. */
  private float[] byImage(float[] rows, int width) {
    float[] ordered = new float[rows.length];
    for (int row = 0; row < batchSize(); row++) {
      int place = row % 2 * versions + row / 2;
      System.arraycopy(rows, row * width, ordered, place * width, width);
    }
    return ordered;
  }

  private double distances(VersionLabels labels, ParameterTable drawn, int[] nearest) {
    double sum = 0;
    for (int row = 0; row < nearest.length; row++) {
      int truth = row % versions;
      sum +=
          VersionLabels.distance(labels.of(drawn, 2 * truth), labels.of(drawn, 2 * nearest[row]));
    }
    return sum;
  }

  private double meanDistance(VersionLabels labels, ParameterTable drawn) {
    double sum = 0;
    for (int a = 0; a < versions; a++) {
      for (int b = 0; b < versions; b++) {
        sum += VersionLabels.distance(labels.of(drawn, 2 * a), labels.of(drawn, 2 * b));
      }
    }
    return sum / ((double) versions * versions);
  }

  @FunctionalInterface
  private interface PairConsumer {
    void accept(int[] pair, ParameterTable drawn);
  }

  /** Sums over predictions. */
  private static final class Sums {

    private int count;
    private double reciprocals;
    private double firsts;
    private double fives;
    private double distances;

    void add(RetrievalRanks ranks, Optional<Double> labelDistances) {
      int size = ranks.nearest().length;
      count += size;
      reciprocals += size * ranks.meanReciprocalRank();
      firsts += size * ranks.hitRate(1);
      fives += size * ranks.hitRate(HITS);
      distances += labelDistances.orElse(0.0);
    }

    EquivarianceReport.Figures figures(boolean labelled) {
      return new EquivarianceReport.Figures(
          reciprocals / count, firsts / count, fives / count, labelled ? distances / count : null);
    }
  }
}
