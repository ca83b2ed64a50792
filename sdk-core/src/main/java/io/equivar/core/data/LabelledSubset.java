package io.equivar.core.data;

import java.util.Optional;
import java.util.stream.IntStream;

/** Makes those images of a set whose class is known a set. */
public final class LabelledSubset {

  private LabelledSubset() {}

  /** Returns the images with a label; {@code all} itself if all have one, empty if none has. */
  public static Optional<ImageSet> of(ImageSet all) {
    int[] places =
        IntStream.range(0, all.size())
            .filter(image -> all.label(image) != ImageSet.NO_LABEL)
            .toArray();
    if (places.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        places.length == all.size() ? all : ImageSubset.of(all, IntStream.of(places)));
  }
}
