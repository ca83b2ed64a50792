package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.image.DecodingLimits;
import io.equivar.core.data.image.ImageDecoder;
import io.equivar.core.data.image.UnreadableImageException;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.exchange.FeatureFile;
import io.equivar.core.exchange.FeatureFormat;
import io.equivar.core.exchange.FeatureSink;
import io.equivar.core.files.NewOutput;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

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

  /**
   * Gives the representations of all images in a folder and the folders in it, in the order of
   * their paths. Memory does not bound their number. Files that cannot be read are left out.
   *
   * @param sink takes the path of an image within the folder, with slashes, and its {@code
   *     [width()]} numbers
   * @param listener is told how it goes on, on this thread
   * @throws ConfigurationException if there is no such folder, or no image in it that can be read
   * @throws UncheckedIOException if the sink cannot take them
   * @throws InterruptedException if the thread is interrupted
   */
  public EmbeddingReport embedFolder(Path folder, FeatureSink sink, EmbeddingListener listener)
      throws InterruptedException {
    try {
      return new FolderEmbedding(network, decoder, folder, sink, listener).run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hand on the features of " + folder, e);
    }
  }

  /**
   * Writes the representations of all images in a folder to a file, which appears whole or not at
   * all.
   *
   * @throws ConfigurationException if there is a file that may not be replaced, no such folder, or
   *     no image in it that can be read
   * @throws UncheckedIOException if it cannot be written
   * @throws InterruptedException if the thread is interrupted
   */
  public EmbeddingReport embedFolder(
      Path folder, FeatureFormat format, NewOutput output, EmbeddingListener listener)
      throws InterruptedException {
    AtomicReference<EmbeddingReport> report = new AtomicReference<>();
    FeatureFile.write(
        output, format, width(), sink -> report.set(embedFolder(folder, sink, listener)));
    return Objects.requireNonNull(report.get());
  }

  @Override
  public void close() {
    decoder.close();
    network.close();
  }
}
