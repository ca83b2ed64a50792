package io.equivar.core.data.fetch;

import io.equivar.core.data.catalog.Checksum;
import io.equivar.core.data.catalog.Dataset;
import io.equivar.core.data.catalog.DatasetFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Gets the files of a data set: takes those that are in the folder, downloads the others, compares
 * checksums and unpacks.
 */
public final class DatasetFetch {

  /** Told how a download goes. */
  private static final long BYTES_BETWEEN_NOTICES = 64L << 20;

  private final Download download;
  private final Unpacker unpacker;
  private final Consumer<String> notices;

  /**
   * Makes a fetcher.
   *
   * @param notices is told what happens, a line each
   */
  public DatasetFetch(Download download, Unpacker unpacker, Consumer<String> notices) {
    this.download = download;
    this.unpacker = unpacker;
    this.notices = notices;
  }

  /**
   * Gets all files and unpacks them.
   *
   * @param from where the files are, in place of their own addresses; empty for those
   * @param folder that they are put into, and unpacked in
   * @throws FetchException if a file cannot be had, or is not the published one
   * @throws InterruptedException if the thread is interrupted
   */
  public void fetch(Dataset dataset, Optional<URI> from, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    requireAddresses(dataset, from, folder);
    for (DatasetFile file : dataset.files()) {
      Path target = folder.resolve(file.name());
      if (Files.exists(target)) {
        requireChecksum(file, target);
        notices.accept(target + " is there already" + checked(file));
      } else {
        download(addressed(file, from), target);
      }
    }
    for (DatasetFile file : dataset.files()) {
      if (file.isArchive()) {
        unpack(folder.resolve(file.name()), folder);
        if (file.inner().isPresent()) {
          Path inner = folder.resolve(file.inner().get());
          unpack(inner, inner.resolveSibling(""));
        }
      }
    }
  }

  private void unpack(Path archive, Path folder) throws IOException {
    int files = unpacker.unpack(archive, folder);
    notices.accept(String.format(Locale.ROOT, "unpacked %,d files of %s", files, archive));
  }

  private void download(DatasetFile file, Path target) throws IOException, InterruptedException {
    URI address = file.address().orElseThrow();
    notices.accept("downloading " + address);
    Path partial = download.partial(address, target, progress(file.name()));
    Optional<Checksum> got = wrongChecksum(file, partial);
    if (got.isPresent()) {
      Download.discard(partial);
      throw new FetchException(
          String.format(
              "%s is not the published file: its checksum is %s, not %s. It was removed",
              address, got.get(), file.checksum().orElseThrow()));
    }
    Download.finish(partial, target);
    notices.accept(
        String.format(Locale.ROOT, "%s: %,d bytes%s", target, Files.size(target), checked(file)));
  }

  private LongConsumer progress(String name) {
    long[] next = {BYTES_BETWEEN_NOTICES};
    return bytes -> {
      if (bytes >= next[0]) {
        notices.accept(String.format(Locale.ROOT, "%s: %,d MiB", name, bytes >> 20));
        next[0] = bytes + BYTES_BETWEEN_NOTICES;
      }
    };
  }

  private static String checked(DatasetFile file) {
    return file.checksum().isPresent()
        ? ", checksum right"
        : ", not compared: no checksum is known";
  }

  private static void requireChecksum(DatasetFile file, Path target) throws IOException {
    Optional<Checksum> got = wrongChecksum(file, target);
    if (got.isPresent()) {
      throw new FetchException(
          String.format(
              "%s is not the published file: its checksum is %s, not %s. Remove it, and run the"
                  + " command again",
              target, got.get(), file.checksum().orElseThrow()));
    }
  }

  /** Returns the checksum of a file if it is not the known one. */
  static Optional<Checksum> wrongChecksum(DatasetFile file, Path target) throws IOException {
    if (file.checksum().isEmpty()) {
      return Optional.empty();
    }
    Checksum got = file.checksum().get().of(target);
    return Optional.of(got).filter(checksum -> !checksum.equals(file.checksum().get()));
  }

  private static void requireAddresses(Dataset dataset, Optional<URI> from, Path folder)
      throws FetchException {
    List<String> byHand = new ArrayList<>();
    for (DatasetFile file : dataset.files()) {
      if (!Files.exists(folder.resolve(file.name())) && addressed(file, from).address().isEmpty()) {
        byHand.add(file.name());
      }
    }
    if (!byHand.isEmpty()) {
      throw new FetchException(
          String.format(
              "%s has no address that can be relied on for %s. Get them by hand (the page is %s),"
                  + " put them into %s, and run the command again; or name a server that has them"
                  + " with --from",
              dataset.title(), String.join(", ", byHand), dataset.page(), folder));
    }
  }

  private static DatasetFile addressed(DatasetFile file, Optional<URI> from) {
    if (from.isEmpty()) {
      return file;
    }
    String base = from.get().toString();
    return file.withAddress(URI.create((base.endsWith("/") ? base : base + "/") + file.name()));
  }
}
