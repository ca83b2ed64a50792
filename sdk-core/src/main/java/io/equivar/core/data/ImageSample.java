package io.equivar.core.data;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.random.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Some images of a set, in its order. Closing it closes nothing: the set is somebody else's. */
public final class ImageSample implements ImageSet {

  private final ImageSet all;
  private final int[] places;

  private ImageSample(ImageSet all, int[] places) {
    this.all = all;
    this.places = places;
  }

  /**
   * Draws images, none twice.
   *
   * @param most how many; all if there are not more
   * @param seed of the draw
   */
  public static ImageSample of(ImageSet all, int most, long seed) {
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
    return new ImageSample(all, places);
  }

  /** Returns the place of an image in the set that the sample is of. */
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
    return all.factors().map(this::rows);
  }

  private Factors rows(Factors factors) {
    List<double[]> rows = new ArrayList<>();
    for (int place : places) {
      rows.add(factors.names().stream().mapToDouble(name -> factors.value(place, name)).toArray());
    }
    return Factors.of(factors.names(), rows);
  }

  @Override
  public void close() {
    // The set is closed by whoever opened it.
  }
}
