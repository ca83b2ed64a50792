package io.equivar.core.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Some of the images of a set, by their places. Immutable. */
public final class ImageRows {

  private final int[] places;

  private ImageRows(int[] places) {
    this.places = places;
  }

  /** Takes the places of a stream. */
  public static ImageRows of(IntStream places) {
    return new ImageRows(places.sorted().distinct().toArray());
  }

  /** Returns the number of images. */
  public int size() {
    return places.length;
  }

  /** Returns the places, in ascending order. */
  public IntStream places() {
    return Arrays.stream(places);
  }

  /**
   * Returns a mark for every image of the set.
   *
   * @param count number of images in the set
   */
  public boolean[] marks(int count) {
    boolean[] marks = new boolean[count];
    for (int place : places) {
      marks[place] = true;
    }
    return marks;
  }
}
