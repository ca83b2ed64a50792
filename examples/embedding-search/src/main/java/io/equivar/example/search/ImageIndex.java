package io.equivar.example.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Images by their representations. Immutable. */
final class ImageIndex {

  /**
   * An image and how much it is like another.
   *
   * @param file the image
   * @param similarity cosine of the angle between the representations, in [-1, 1]
   */
  record Match(Path file, double similarity) {}

  private final List<Path> files;
  private final List<float[]> directions;

  private ImageIndex(List<Path> files, List<float[]> directions) {
    this.files = List.copyOf(files);
    this.directions = List.copyOf(directions);
  }

  int size() {
    return files.size();
  }

  Path file(int image) {
    return files.get(image);
  }

  /** Returns the images most like one, the most alike first, without itself. */
  List<Match> neighbours(int image, int count) {
    float[] query = directions.get(image);
    return IntStream.range(0, size())
        .filter(other -> other != image)
        .mapToObj(other -> new Match(file(other), product(query, directions.get(other))))
        .sorted(Comparator.comparingDouble(Match::similarity).reversed())
        .limit(count)
        .toList();
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** Takes images one by one. */
  static final class Builder {

    private final List<Path> files = new ArrayList<>();
    private final List<float[]> directions = new ArrayList<>();

    Builder add(Path file, float[] representation) {
      float[] direction = representation.clone();
      double length = Math.sqrt(product(direction, direction));
      for (int i = 0; i < direction.length; i++) {
        direction[i] = (float) (direction[i] / length);
      }
      files.add(file);
      directions.add(direction);
      return this;
    }

    ImageIndex build() {
      return new ImageIndex(files, directions);
    }
  }
}
