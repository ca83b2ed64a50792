package io.equivar.core.data.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Goes through the entries of a tar file, compressed by gzip or not, or of a zip file. */
public final class ArchiveEntries {

  private ArchiveEntries() {}

  /** What an entry is. */
  public enum Kind {
    /** A file. */
    FILE,
    /** A folder. */
    FOLDER,
    /** A link, a device or the like. */
    OTHER
  }

  /** Takes one entry after the other. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Takes an entry.
     *
     * @param name as it stands in the archive
     * @param content of a file; need not be read, and must not be closed
     * @throws IOException to end
     */
    void visit(String name, Kind kind, InputStream content) throws IOException;
  }

  /**
   * Goes through an archive, from the first byte to the last.
   *
   * @throws FetchException if it is damaged or truncated
   * @throws IOException if it cannot be read, or the visitor fails
   */
  public static void visit(Path archive, Visitor visitor) throws IOException {
    String name = archive.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".zip")) {
      zip(archive, visitor);
      return;
    }
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
        InputStream plain = name.endsWith(".tar") ? file : gzip(archive, file)) {
      tar(archive, plain, visitor);
    }
  }

  private static InputStream gzip(Path archive, InputStream file) throws IOException {
    try {
      return GzipCompressorInputStream.builder()
          .setInputStream(file)
          .setDecompressConcatenated(true)
          .get();
    } catch (IOException e) {
      throw damaged(archive, e);
    }
  }

  private static void tar(Path archive, InputStream plain, Visitor visitor) throws IOException {
    boolean any = false;
    try (TarArchiveInputStream entries = new TarArchiveInputStream(plain)) {
      GuardedStream content = new GuardedStream(archive, entries);
      for (TarArchiveEntry entry = next(archive, entries);
          entry != null;
          entry = next(archive, entries)) {
        any = true;
        Kind kind =
            entry.isDirectory()
                ? Kind.FOLDER
                : entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()
                    ? Kind.FILE
                    : Kind.OTHER;
        visitor.visit(entry.getName(), kind, content);
      }
      if (!any) {
        throw new FetchException(archive + " is an empty archive");
      }
      // What follows the last entry carries the checksum of gzip.
      new GuardedStream(archive, plain).readToEnd();
    }
  }

  private static @Nullable TarArchiveEntry next(Path archive, TarArchiveInputStream entries)
      throws IOException {
    try {
      return entries.getNextEntry();
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(archive, e);
    }
  }

  private static void zip(Path archive, Visitor visitor) throws IOException {
    try (ZipFile zip = opened(archive)) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        Kind kind =
            entry.isDirectory() ? Kind.FOLDER : entry.isUnixSymlink() ? Kind.OTHER : Kind.FILE;
        try (InputStream content = content(archive, zip, entry)) {
          visitor.visit(entry.getName(), kind, new GuardedStream(archive, content));
        }
      }
    }
  }

  private static ZipFile opened(Path archive) throws IOException {
    try {
      return ZipFile.builder().setPath(archive).get();
    } catch (IOException e) {
      throw damaged(archive, e);
    }
  }

  private static InputStream content(Path archive, ZipFile zip, ZipArchiveEntry entry)
      throws IOException {
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      throw new FetchException(
          archive
              + " must be stored or deflated, got compression method "
              + entry.getMethod()
              + " for "
              + entry.getName()
              + ". Unpack it with another program");
    }
    try {
      return zip.getInputStream(entry);
    } catch (IOException e) {
      throw damaged(archive, e);
    }
  }

  static FetchException damaged(Path archive, Exception cause) {
    return new FetchException(
        archive + " is a damaged or truncated archive (" + cause.getMessage() + ")", cause);
  }
}
