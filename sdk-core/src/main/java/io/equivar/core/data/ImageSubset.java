package io.equivar.core.data;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.random.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Some images of a set, in the order of the set. */
public final class ImageSubset implements ImageSet {

  private final ImageSet all;
  private final int[] places;
  private final boolean owner;

  private ImageSubset(ImageSet all, int[] places, boolean owner) {
    this.all = all;
    this.places = places;
    this.owner = owner;
  }

  /**
   * Makes a subset that stands for the set from now on: closing it closes the set.
   *
   * @param places in {@code all}
   */
  public static ImageSubset of(ImageSet all, IntStream places) {
    return new ImageSubset(all, places.toArray(), true);
  }

  /**
   * Draws images, none twice. Closing the sample closes nothing: the set is somebody else's.
   *
   * @param most how many; all if there are not more
   * @param seed of the draw
   */
  public static ImageSubset sample(ImageSet all, int most, long seed) {
    int[] order = IntStream.range(0, all.size()).toArray();
    int count = Math.min(most, order.length);
    RandomGenerator random = Seeds.generator(Seeds.derive(seed, "image-sample"));
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(order.length - i);
      int chosen = order[other];
      order[other] = order[i];
      order[i] = chosen;
    }
    int[] places = Arrays.copyOf(order, count);
    Arrays.sort(places);
    return new ImageSubset(all, places, false);
  }

  /** Returns the place of an image in the set that the subset is of. */
  public int place(int index) {
    return places[index];
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
  public Optional<Factors> factors() {
    return all.factors().map(factors -> factors.of(places));
  }

  @Override
  public void close() {
    if (owner) {
      all.close();
    }
  }
}
