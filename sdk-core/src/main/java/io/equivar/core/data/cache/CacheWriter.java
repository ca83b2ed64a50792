package io.equivar.core.data.cache;

import io.equivar.core.data.image.UnreadableImageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32C;

/**
 * Writes a cache file: all cores make images, one thread writes them in their order, so that the
 * file does not depend on the number of cores. The file appears whole or not at all.
 */
final class CacheWriter {

  private static final int AHEAD_PER_THREAD = 4;

  private final ImageSource source;
  private final List<Integer> labels = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Integer> undecided = new ArrayList<>();
  private final CRC32C checksum = new CRC32C();

  CacheWriter(ImageSource source) {
    this.source = source;
  }

  /**
   * Makes all images and writes the file.
   *
   * @return what was left out; if that is everything, no file was written
   */
  List<LeftOut> write(Path file) throws IOException, InterruptedException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      try (FileChannel channel =
          FileChannel.open(
              partial,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        channel.position(CacheHeader.BYTES);
        writePixels(channel);
        if (labels.isEmpty()) {
          return leftOut;
        }
        writeIndex(channel);
        channel.force(true);
      }
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
    return leftOut;
  }

  private void writePixels(FileChannel channel) throws IOException, InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    Deque<Future<byte[]>> ahead = new ArrayDeque<>();
    try {
      int next = 0;
      for (int image = 0; image < source.size(); image++) {
        while (next < source.size() && ahead.size() < threads * AHEAD_PER_THREAD) {
          int wanted = next++;
          ahead.add(executor.submit(() -> source.pixels(wanted)));
        }
        writeImage(channel, image, ahead.remove());
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private void writeImage(FileChannel channel, int image, Future<byte[]> made)
      throws IOException, InterruptedException {
    try {
      byte[] pixels = made.get();
      checksum.update(pixels);
      writeFully(channel, ByteBuffer.wrap(pixels));
      labels.add(source.label(image));
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnreadableImageException unreadable)) {
        throw new IllegalStateException("cannot decode " + source.name(image), e.getCause());
      }
      if (unreadable.isOutside()) {
        undecided.add(image);
      }
      leftOut.add(new LeftOut(source.name(image), String.valueOf(unreadable.getMessage())));
    }
  }

  private void writeIndex(FileChannel channel) throws IOException {
    byte[] index =
        new CacheIndex(
                source.fingerprint(),
                source.size(),
                source.classNames(),
                labels,
                leftOut,
                undecided)
            .toBytes();
    CRC32C indexChecksum = new CRC32C();
    indexChecksum.update(index);
    writeFully(channel, ByteBuffer.wrap(index));
    CacheHeader header =
        new CacheHeader(
            source.shape(),
            labels.size(),
            (int) checksum.getValue(),
            index.length,
            (int) indexChecksum.getValue());
    channel.position(0);
    writeFully(channel, header.toBytes());
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
