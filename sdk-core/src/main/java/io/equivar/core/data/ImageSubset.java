package io.equivar.core.data;

import io.equivar.api.graph.ImageShape;
import java.util.List;
import java.util.stream.IntStream;

/** Some images of a set, in the order of the set. Closing it closes the set. */
public final class ImageSubset implements ImageSet {

  private final ImageSet all;
  private final int[] places;

  /**
   * Makes a subset.
   *
   * @param places in {@code all}
   */
  public ImageSubset(ImageSet all, IntStream places) {
    this.all = all;
    this.places = places.toArray();
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
