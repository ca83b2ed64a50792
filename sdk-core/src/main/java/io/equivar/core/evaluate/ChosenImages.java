package io.equivar.core.evaluate;

import io.equivar.core.data.ImageSet;
import io.equivar.core.random.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Some images of a set, drawn by a seed. */
final class ChosenImages {

  private ChosenImages() {}

  /** Returns the places of at most {@code most} images, in their order. */
  static int[] of(ImageSet set, int most, long seed) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, set.size()).boxed().toList());
    if (set.size() > most) {
      Collections.shuffle(all, new Random(Seeds.derive(seed, "images")));
    }
    return all.stream().limit(most).mapToInt(Integer::intValue).sorted().toArray();
  }

  /** Returns the pixels of images one behind the other. */
  static byte[] read(ImageSet set, int[] images) {
    byte[] pixels = new byte[Math.multiplyExact(images.length, set.imageBytes())];
    for (int i = 0; i < images.length; i++) {
      set.read(images[i], pixels, i * set.imageBytes());
    }
    return pixels;
  }
}
