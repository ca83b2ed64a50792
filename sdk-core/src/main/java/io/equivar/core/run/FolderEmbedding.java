package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.data.cache.LeftOut;
import io.equivar.core.data.folder.FolderScan;
import io.equivar.core.data.image.ImageDecoder;
import io.equivar.core.data.image.UnreadableImageException;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.exchange.FeatureSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Embeds all images of a folder: all cores decode a few, the network takes them at once. What is
 * held in memory does not grow with the number of images, but for their names.
 */
final class FolderEmbedding {

  private static final int IMAGES_AT_ONCE = 32;

  private final FeatureExtractor network;
  private final ImageDecoder decoder;
  private final Path folder;
  private final FeatureSink sink;
  private final EmbeddingListener listener;
  private final List<LeftOut> leftOut = new ArrayList<>();

  FolderEmbedding(
      FeatureExtractor network,
      ImageDecoder decoder,
      Path folder,
      FeatureSink sink,
      EmbeddingListener listener) {
    this.network = network;
    this.decoder = decoder;
    this.folder = folder;
    this.sink = sink;
    this.listener = listener;
  }

  /**
   * Embeds.
   *
   * @throws ConfigurationException if there is no such folder, or no image in it that can be read
   * @throws IOException if the features cannot be taken
   */
  EmbeddingReport run() throws IOException, InterruptedException {
    List<String> names = names();
    listener.started(names.size());
    ExecutorService executor =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      for (int start = 0; start < names.size(); start += IMAGES_AT_ONCE) {
        int end = Math.min(start + IMAGES_AT_ONCE, names.size());
        embed(names.subList(start, end), executor);
        listener.progressed(end);
      }
    } finally {
      executor.shutdownNow();
    }
    if (leftOut.size() == names.size()) {
      throw noImage(leftOut.isEmpty() ? "no file" : "none among %,d files".formatted(names.size()));
    }
    return new EmbeddingReport(names.size() - leftOut.size(), leftOut);
  }

  private List<String> names() {
    try {
      return FolderScan.names(folder);
    } catch (IOException e) {
      throw new ConfigurationException(
          new Problem("FOLDER", "must be a folder that can be read", folder.toString(), ""));
    }
  }

  private ConfigurationException noImage(String found) {
    return new ConfigurationException(
        new Problem("FOLDER", "must hold images that can be read", found + " in " + folder, ""));
  }

  private void embed(List<String> names, ExecutorService executor)
      throws IOException, InterruptedException {
    int side = network.imageShape().height();
    List<Callable<byte[]>> tasks = new ArrayList<>();
    names.forEach(name -> tasks.add(() -> decoder.decodeSquare(folder.resolve(name), side)));
    List<Future<byte[]>> decoded = executor.invokeAll(tasks);
    List<String> readable = new ArrayList<>();
    byte[] pixels = new byte[names.size() * side * side * 3];
    int length = 0;
    for (int i = 0; i < names.size(); i++) {
      try {
        byte[] image = decoded.get(i).get();
        System.arraycopy(image, 0, pixels, length, image.length);
        length += image.length;
        readable.add(names.get(i));
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnreadableImageException unreadable)) {
          throw new IllegalStateException("cannot decode " + names.get(i), e);
        }
        leaveOut(new LeftOut(names.get(i), String.valueOf(unreadable.getMessage())));
      }
    }
    if (readable.isEmpty()) {
      return;
    }
    float[] features = network.extract(Arrays.copyOf(pixels, length), readable.size());
    int width = network.width();
    for (int i = 0; i < readable.size(); i++) {
      sink.add(readable.get(i), Arrays.copyOfRange(features, i * width, (i + 1) * width));
    }
  }

  private void leaveOut(LeftOut file) {
    leftOut.add(file);
    listener.leftOut(file);
  }
}
