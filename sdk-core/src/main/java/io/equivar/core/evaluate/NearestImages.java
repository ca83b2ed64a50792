package io.equivar.core.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the images that are most like another, by the cosine of their representations. */
public final class NearestImages {

  private final LabelledFeatures references;

  /** Takes the images to search. */
  public NearestImages(LabelledFeatures references) {
    this.references = references.normalized();
  }

  /**
   * An image that was found.
   *
   * @param image its place among the references
   * @param similarity the cosine, in [-1, 1]
   */
  public record Found(int image, double similarity) {}

  /**
   * Returns the nearest references, the nearest first; of equally near ones the first.
   *
   * @param query a representation of the references' width
   * @param count how many, at most
   */
  public List<Found> nearest(float[] query, int count) {
    float[] unit =
        new LabelledFeatures(query, references.width(), new int[1]).normalized().values();
    double[] similarities = new double[references.size()];
    Arrays.setAll(similarities, image -> product(unit, image));
    return IntStream.range(0, references.size())
        .mapToObj(image -> new Found(image, similarities[image]))
        .sorted(Comparator.comparingDouble(Found::similarity).reversed())
        .limit(count)
        .toList();
  }

  private double product(float[] unit, int image) {
    int start = image * references.width();
    double product = 0;
    for (int i = 0; i < unit.length; i++) {
      product += (double) unit[i] * references.values()[start + i];
    }
    return product;
  }
}
