package io.equivar.core.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file's bytes come to. MD5 is what the authors of these data sets publish: it tells damage,
 * not malice.
 *
 * @param algorithm as {@link MessageDigest} names it
 * @param hex the digest in lower-case hexadecimal digits
 */
public record Checksum(String algorithm, String hex) {

  /** Makes an MD5 checksum. */
  public static Checksum md5(String hex) {
    return new Checksum("MD5", hex);
  }

  /** Makes a SHA-256 checksum. */
  public static Checksum sha256(String hex) {
    return new Checksum("SHA-256", hex);
  }

  /**
   * Returns the checksum of a file by the algorithm of this one.
   *
   * @throws IOException if the file cannot be read
   */
  public Checksum of(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException("this Java has no " + algorithm, e));
    }
  }

  /** Returns {@code MD5 85ee...}. */
  @Override
  public String toString() {
    return algorithm + " " + hex;
  }
}
