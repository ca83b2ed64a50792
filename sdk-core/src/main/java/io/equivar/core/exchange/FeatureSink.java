package io.equivar.core.exchange;

import java.io.IOException;

/** Takes the features of images, one after the other. */
@FunctionalInterface
public interface FeatureSink {

  /**
   * Takes the features of an image.
   *
   * @param path of the image in its folder, with slashes
   * @param features {@code [width]}; not kept
   */
  void add(String path, float[] features) throws IOException;
}
