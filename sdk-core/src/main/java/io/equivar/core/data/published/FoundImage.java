package io.equivar.core.data.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A listed image whose file is there.
 *
 * @param image as it is listed
 * @param bytes length of the file
 * @param modifiedMillis when it was last changed
 */
record FoundImage(ListedImage image, long bytes, long modifiedMillis) {

  /** Looks for a file; a name that leads out of the folder names none. */
  static Optional<FoundImage> of(Path root, ListedImage image) {
    try {
      Path file = root.resolve(image.name()).normalize();
      if (!file.startsWith(root.normalize())) {
        return Optional.empty();
      }
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Optional.of(
              new FoundImage(image, attributes.size(), attributes.lastModifiedTime().toMillis()))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
