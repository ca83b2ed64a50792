package io.equivar.core.data.folder;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * Finds all files in a folder and the folders in it, in the order of their names. What is hidden by
 * a leading dot is skipped. Symbolic links are followed, but not in circles.
 */
public final class FolderScan extends SimpleFileVisitor<Path> {

  private final Path folder;
  private final List<ImageFile> files = new ArrayList<>();

  private FolderScan(Path folder) {
    this.folder = folder;
  }

  /** Returns the paths of all files within a folder, with slashes. */
  public static List<String> names(Path folder) throws IOException {
    return of(folder).stream().map(ImageFile::name).toList();
  }

  /** Returns the files of a folder. */
  static List<ImageFile> of(Path folder) throws IOException {
    FolderScan scan = new FolderScan(folder);
    Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, scan);
    scan.files.sort(Comparator.comparing(ImageFile::name));
    return scan.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    return isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!isHidden(file)) {
      add(file, attributes.size(), attributes.lastModifiedTime().toMillis());
    }
    return FileVisitResult.CONTINUE;
  }

  /** A folder that may not be entered is taken as a file: it will be reported as unreadable. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(folder)) {
      throw failure;
    }
    if (!(failure instanceof FileSystemLoopException) && !isHidden(file)) {
      add(file, 0, 0);
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean isHidden(Path path) {
    return !path.equals(folder) && path.getFileName().toString().startsWith(".");
  }

  private void add(Path file, long bytes, long modifiedMillis) {
    Path within = folder.relativize(file);
    List<String> names = new ArrayList<>();
    within.forEach(name -> names.add(name.toString()));
    String className = names.size() > 1 ? names.get(0) : "";
    files.add(new ImageFile(String.join("/", names), bytes, modifiedMillis, className));
  }
}
