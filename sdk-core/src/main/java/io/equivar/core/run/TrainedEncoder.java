package io.equivar.core.run;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.image.DecodingLimits;
import io.equivar.core.data.image.ImageDecoder;
import io.equivar.core.data.image.UnreadableImageException;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.evaluate.LabelledFeatures;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * A backbone that has been trained: turns images into representations. Safe for use by several
 * threads at once. It holds memory outside the Java heap: close it when done.
 */
public final class TrainedEncoder implements AutoCloseable {

  private final FeatureExtractor network;
  private final ImageDecoder decoder = new ImageDecoder(DecodingLimits.defaults());

  /**
   * Makes an encoder.
   *
   * @param network with its weights; is closed with this
   */
  TrainedEncoder(FeatureExtractor network) {
    this.network = network;
  }

  /** Returns the size to which images are resized and cropped: that of the training images. */
  public ImageShape imageShape() {
    return network.imageShape();
  }

  /** Returns the length of a representation, such as 512 for a ResNet-18. */
  public int width() {
    return network.width();
  }

  /**
   * Returns the representation of an image file, decoded, turned upright, resized and cropped as
   * the training images of a folder are.
   *
   * @return {@code [width()]}
   * @throws UnreadableImageException if the file is not an image that can be read, with the reason
   */
  public float[] embed(Path file) throws UnreadableImageException, InterruptedException {
    return network.extract(decoder.decodeSquare(file, imageShape().height()), 1);
  }

  /**
   * Returns the representation of an image, resized and cropped as the training images are.
   *
   * @param image with a palette, grey or RGB, with alpha or without; what is transparent is white
   * @return {@code [width()]}
   * @throws UnreadableImageException if the image is of another kind
   */
  public float[] embed(BufferedImage image) throws UnreadableImageException {
    return network.extract(ImageDecoder.square(image, imageShape().height()), 1);
  }

  /**
   * Returns the representations and labels of a set, in its order. Faster than one by one.
   *
   * @throws IllegalArgumentException if its images are not of {@link #imageShape()}
   */
  public LabelledFeatures embed(ImageSet images) {
    return network.extract(images);
  }

  @Override
  public void close() {
    decoder.close();
    network.close();
  }
}
