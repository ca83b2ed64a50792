package io.equivar.core.evaluate;

import io.equivar.core.data.ImageSet;

/**
 * The pixels themselves as features, in [0, 1]: the baseline that needs no network. Images of more
 * than 32 pixels a side are reduced to the nearest size below, {@code side / ceil(side / 32)}, by
 * averaging blocks: more pixels tell no more here, and millions of features would fit in no memory.
 */
public final class PixelFeatures {

  private static final int MOST_SIDE = 32;

  private PixelFeatures() {}

  /** Returns the pixels and labels of all images. */
  public static LabelledFeatures of(ImageSet set) {
    int height = set.shape().height();
    int width = set.shape().width();
    int block = (Math.max(height, width) + MOST_SIDE - 1) / MOST_SIDE;
    int rows = Math.max(1, height / block);
    int columns = Math.max(1, width / block);
    int features = 3 * rows * columns;
    float[] values = new float[Math.multiplyExact(set.size(), features)];
    int[] labels = new int[set.size()];
    byte[] bytes = new byte[set.imageBytes()];
    float scale = 1 / (255f * Math.min(block, height) * Math.min(block, width));
    for (int image = 0; image < set.size(); image++) {
      set.read(image, bytes, 0);
      labels[image] = set.label(image);
      for (int y = 0; y < Math.min(height, rows * block); y++) {
        for (int x = 0; x < Math.min(width, columns * block); x++) {
          int target = image * features + 3 * ((y / block) * columns + x / block);
          int source = 3 * (y * width + x);
          for (int channel = 0; channel < 3; channel++) {
            values[target + channel] += scale * Byte.toUnsignedInt(bytes[source + channel]);
          }
        }
      }
    }
    return new LabelledFeatures(values, features, labels);
  }
}
