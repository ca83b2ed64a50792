package io.equivar.core.evaluate;

import io.equivar.core.data.ImageSet;

/** The pixels themselves as features, in [0, 1]: the baseline that needs no network. */
public final class PixelFeatures {

  private PixelFeatures() {}

  /** Returns the pixels and labels of all images. */
  public static LabelledFeatures of(ImageSet set) {
    int width = set.imageBytes();
    float[] values = new float[Math.multiplyExact(set.size(), width)];
    int[] labels = new int[set.size()];
    byte[] bytes = new byte[width];
    for (int image = 0; image < set.size(); image++) {
      set.read(image, bytes, 0);
      labels[image] = set.label(image);
      for (int i = 0; i < width; i++) {
        values[image * width + i] = Byte.toUnsignedInt(bytes[i]) / 255f;
      }
    }
    return new LabelledFeatures(values, width, labels);
  }
}
