package io.equivar.core.data.cache;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.data.image.UnreadableImageException;
import io.equivar.core.files.WholeFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A folder of cache files. A file is used as long as its source's fingerprint is the one it was
 * made of and its checksums hold; else it is made anew. Several processes may use one folder.
 */
public final class ImageCache {

  private static final int SEGMENT_BYTES = 1 << 30;

  private final Path folder;
  private final Consumer<String> notices;
  private final int segmentBytes;

  /**
   * Makes a cache.
   *
   * @param folder where the files are kept; made when needed
   * @param notices takes a line when a file is made, and why
   */
  public ImageCache(Path folder, Consumer<String> notices) {
    this(folder, notices, SEGMENT_BYTES);
  }

  ImageCache(Path folder, Consumer<String> notices, int segmentBytes) {
    this.folder = folder;
    this.notices = notices;
    this.segmentBytes = segmentBytes;
  }

  /**
   * Returns where caches are kept unless configured: {@code equivar} in {@code XDG_CACHE_HOME}, or
   * in {@code .cache} of the home folder where that is not set to an absolute path, as the XDG Base
   * Directory Specification has it.
   *
   * @param cacheHome the value of {@code XDG_CACHE_HOME}; empty if not set
   * @param home the user's home folder
   */
  public static Path standardFolder(String cacheHome, Path home) {
    Path base = Path.of(cacheHome);
    return (base.isAbsolute() ? base : home.resolve(".cache")).resolve("equivar");
  }

  /**
   * Opens the images of a source, making the cache file if need be.
   *
   * @throws ConfigurationException if not a single image can be read, or the cache cannot be
   *     written
   */
  public CachedImages open(ImageSource source) {
    CacheNames names = CacheNames.of(folder, source);
    try {
      Files.createDirectories(folder);
      try {
        return existing(names, source);
      } catch (NoSuchFileException | UnusableCacheException e) {
        return made(names, source);
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          new Problem(
              "",
              "the cache folder must be writable and have room for the decoded images",
              folder + " (" + e + ")",
              "Choose another folder or free some space"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          new InterruptedIOException("interrupted while images were decoded"));
    }
  }

  private CachedImages existing(CacheNames names, ImageSource source)
      throws IOException, InterruptedException, UnusableCacheException {
    CachedImages images = opened(names, source);
    for (int image : images.undecided()) {
      if (isReadable(source, image)) {
        throw new UnusableCacheException("lacks images that can be read by now");
      }
    }
    return images;
  }

  private CachedImages opened(CacheNames names, ImageSource source)
      throws IOException, UnusableCacheException {
    return CachedImages.open(names.images(), source, names.report(), segmentBytes);
  }

  private static boolean isReadable(ImageSource source, int image) throws InterruptedException {
    try {
      source.pixels(image);
      return true;
    } catch (UnreadableImageException e) {
      return false;
    }
  }

  private CachedImages made(CacheNames names, ImageSource source)
      throws IOException, InterruptedException {
    CacheLock lock = CacheLock.acquire(names.lock(), notices);
    try {
      // Another process may have made it meanwhile.
      return existing(names, source);
    } catch (UnusableCacheException e) {
      notices.accept("the cache " + names.images() + " " + e.getMessage() + "; it is made anew");
      return write(names, source);
    } catch (NoSuchFileException e) {
      notices.accept(
          String.format(
              Locale.ROOT,
              "decoding %,d files of %s into %s",
              source.size(),
              source.path(),
              names.images()));
      return write(names, source);
    } finally {
      lock.close();
    }
  }

  private CachedImages write(CacheNames names, ImageSource source)
      throws IOException, InterruptedException {
    List<LeftOut> leftOut = new CacheWriter(source).write(names.images());
    writeReport(names.report(), leftOut);
    if (leftOut.size() == source.size()) {
      throw noneReadable(source, leftOut, names.report());
    }
    try {
      return opened(names, source);
    } catch (UnusableCacheException e) {
      throw new IOException(names.images() + " was just written, but " + e.getMessage(), e);
    }
  }

  private static void writeReport(Path file, List<LeftOut> leftOut) throws IOException {
    if (leftOut.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      WholeFile.write(
          file,
          leftOut.stream().map(LeftOut::toString).collect(Collectors.joining("\n", "", "\n")));
    }
  }

  private static ConfigurationException noneReadable(
      ImageSource source, List<LeftOut> leftOut, Path report) {
    return new ConfigurationException(
        new Problem(
            "data.path",
            "must hold images that can be read",
            leftOut.isEmpty()
                ? "no file in " + source.path()
                : String.format(
                    Locale.ROOT,
                    "none among the %,d files of %s: %s",
                    source.size(),
                    source.path(),
                    leftOut.get(0)),
            leftOut.isEmpty() ? "" : "All reasons are in " + report));
  }
}
