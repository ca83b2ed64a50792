package io.equivar.core.data.fetch;

import io.equivar.core.files.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Unpacks archives that others made. Refused are names that lead out of the folder, links and
 * devices, the same name twice, and more than the {@linkplain UnpackLimits limits} allow. Nothing
 * appears in the folder before all of the archive could be read.
 */
public final class Unpacker {

  private final UnpackLimits limits;

  /** Makes an unpacker. */
  public Unpacker(UnpackLimits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks an archive. Files that are there already are replaced.
   *
   * @param folder is made if it is not there
   * @return number of files
   * @throws FetchException if the archive is damaged or refused
   * @throws IOException if a file cannot be written
   */
  public int unpack(Path archive, Path folder) throws IOException {
    Files.createDirectories(folder);
    // Beside the place, so that moving is renaming.
    Path temporary = Files.createTempDirectory(folder, ".unpacking-");
    try {
      Writing writing =
          new Writing(archive, temporary, limits, limits.bytesOf(Files.size(archive)));
      ArchiveEntries.visit(archive, writing::take);
      requireNoFolderReplaced(archive, temporary, folder);
      moveContent(temporary, folder);
      return writing.files;
    } finally {
      Folders.delete(temporary);
    }
  }

  /** Before anything is moved, so that a folder is not left with half of an archive. */
  private static void requireNoFolderReplaced(Path archive, Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(target)) {
        throw new FetchException(
            archive
                + " is not unpacked: it holds a file where there is the folder "
                + target
                + ". Move that away, or unpack to another folder");
      }
    }
  }

  private static void moveContent(Path from, Path to) throws IOException {
    List<Path> children;
    try (Stream<Path> all = Files.list(from)) {
      children = all.toList();
    }
    for (Path child : children) {
      Path target = to.resolve(child.getFileName().toString());
      if (Files.isDirectory(child) && Files.isDirectory(target)) {
        moveContent(child, target);
      } else {
        Files.move(child, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The state of one unpacking. */
  private static final class Writing {

    private final Path archive;
    private final Path folder;
    private final UnpackLimits limits;
    private final long mostBytes;
    private final byte[] buffer = new byte[1 << 16];
    private long entries;
    private long bytes;
    private int files;

    Writing(Path archive, Path folder, UnpackLimits limits, long mostBytes) {
      this.archive = archive;
      this.folder = folder;
      this.limits = limits;
      this.mostBytes = mostBytes;
    }

    void take(String name, ArchiveEntries.Kind kind, InputStream content) throws IOException {
      entries++;
      if (entries > limits.entries()) {
        throw refused(String.format(Locale.ROOT, "holds more than %,d entries", limits.entries()));
      }
      Path target = target(name);
      if (isMacMetadata(name) || target.equals(folder)) {
        return;
      }
      switch (kind) {
        case FOLDER -> Files.createDirectories(target);
        case FILE -> write(name, target, content);
        case OTHER -> throw refused("holds a link or device: " + name);
      }
    }

    private void write(String name, Path target, InputStream content) throws IOException {
      Files.createDirectories(target.getParent());
      if (Files.exists(target)) {
        throw refused("holds a name twice: " + name);
      }
      try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
          bytes += count;
          if (bytes > mostBytes) {
            throw refused(
                String.format(
                    Locale.ROOT,
                    "would come to more than %,d MiB, which looks like a decompression bomb",
                    mostBytes >> 20));
          }
          out.write(buffer, 0, count);
        }
      }
      files++;
    }

    private Path target(String name) throws FetchException {
      try {
        Path relative = Path.of(name);
        Path target = folder.resolve(relative).normalize();
        boolean leadsOut = false;
        for (Path element : relative) {
          leadsOut |= element.toString().equals("..");
        }
        if (relative.isAbsolute()
            || leadsOut
            || name.indexOf('\\') >= 0
            || !target.startsWith(folder)) {
          throw refused("holds a name that leads out of the folder: " + name);
        }
        return target;
      } catch (InvalidPathException e) {
        throw refused("holds a name that cannot be a file's: " + e.getMessage());
      }
    }

    private static boolean isMacMetadata(String name) {
      return name.startsWith("__MACOSX/") || name.contains("/._") || name.startsWith("._");
    }

    private FetchException refused(String what) {
      return new FetchException(archive + " is not unpacked: it " + what);
    }
  }
}
