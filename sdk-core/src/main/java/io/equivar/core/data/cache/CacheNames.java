package io.equivar.core.data.cache;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The files that belong to a source. Their names begin with the end of its path, for people, and
 * end with a hash of the whole path and the size of the images, for the program.
 */
record CacheNames(Path images, Path report, Path lock) {

  private static final int READABLE_LENGTH = 30;

  static CacheNames of(Path folder, ImageSource source) {
    Path path = source.path().toAbsolutePath().normalize();
    String whole = path + "\n" + source.shape();
    String hash =
        UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 13);
    String plain = path.toString().replaceAll("[^A-Za-z0-9_-]+", "-");
    String end = plain.substring(Math.max(0, plain.length() - READABLE_LENGTH));
    String name = end.replaceFirst("^-", "") + "-" + hash;
    return new CacheNames(
        folder.resolve(name + ".images"),
        folder.resolve(name + ".left-out.txt"),
        folder.resolve(name + ".lock"));
  }
}
