package io.equivar.core.data;

import io.equivar.api.graph.ImageShape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Those images of a set whose class is known. Closing it closes the set. */
public final class LabelledSubset implements ImageSet {

  private final ImageSet all;
  private final int[] places;

  private LabelledSubset(ImageSet all, int[] places) {
    this.all = all;
    this.places = places;
  }

  /** Returns the images with a label; {@code all} itself if all have one, empty if none has. */
  public static Optional<ImageSet> of(ImageSet all) {
    int[] places =
        IntStream.range(0, all.size()).filter(image -> all.label(image) != NO_LABEL).toArray();
    if (places.length == 0) {
      return Optional.empty();
    }
    return Optional.of(places.length == all.size() ? all : new LabelledSubset(all, places));
  }

  @Override
  public int size() {
    return places.length;
  }

  @Override
  public ImageShape shape() {
    return all.shape();
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    all.read(places[index], target, offset);
  }

  @Override
  public int label(int index) {
    return all.label(places[index]);
  }

  @Override
  public List<String> classNames() {
    return all.classNames();
  }

  @Override
  public void close() {
    all.close();
  }
}
