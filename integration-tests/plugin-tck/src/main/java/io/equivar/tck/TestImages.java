package io.equivar.tck;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.PixelImage;
import io.equivar.core.random.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Images to try a plugin with; the same at every call. */
final class TestImages {

  private TestImages() {}

  /** Returns the number of values of an image. */
  static int size(ImageShape shape) {
    return shape.height() * shape.width() * 3;
  }

  /** Returns an image of random values in [0, 1); no two numbers give the same. */
  static float[] random(ImageShape shape, long number) {
    RandomGenerator random = Seeds.generator(Seeds.derive(number, 1L));
    float[] image = new float[size(shape)];
    for (int i = 0; i < image.length; i++) {
      image[i] = random.nextFloat();
    }
    return image;
  }

  /** Returns an image of one value. */
  static float[] uniform(ImageShape shape, float value) {
    float[] image = new float[size(shape)];
    Arrays.fill(image, value);
    return image;
  }

  /** Returns an image of zeros and ones. */
  static float[] extreme(ImageShape shape) {
    float[] image = random(shape, 7);
    for (int i = 0; i < image.length; i++) {
      image[i] = Math.round(image[i]);
    }
    return image;
  }

  /** Returns an image as a normalisation leaves it: values around 0, some of them negative. */
  static float[] normalized(ImageShape shape) {
    float[] image = random(shape, 8);
    for (int i = 0; i < image.length; i++) {
      image[i] = 5 * image[i] - 2.5f;
    }
    return image;
  }

  /** Puts images one behind the other. */
  static float[] batch(List<float[]> images) {
    int size = images.get(0).length;
    float[] batch = new float[images.size() * size];
    for (int i = 0; i < images.size(); i++) {
      System.arraycopy(images.get(i), 0, batch, i * size, size);
    }
    return batch;
  }

  /** Cuts the images of a batch apart. */
  static float[] image(float[] batch, int count, int place) {
    int size = batch.length / count;
    return Arrays.copyOfRange(batch, place * size, (place + 1) * size);
  }

  /** Returns random bytes. */
  static byte[] bytes(int count, long number) {
    byte[] bytes = new byte[count];
    Seeds.generator(Seeds.derive(number, 2L)).nextBytes(bytes);
    return bytes;
  }

  /** Returns an image of random pixels. */
  static PixelImage pixels(ImageShape shape, long number) {
    return PixelImage.of(shape, bytes(size(shape), number));
  }
}
