package io.equivar.core.data.binary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files whose images are told apart by their first bytes. */
final class Records {

  /** Pixels of a CIFAR image. */
  static final int CIFAR_BYTES = 3072;

  /** Pixels of an STL-10 image. */
  static final int STL_BYTES = 27648;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Adds bytes. */
  Records with(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  /** Adds an image whose bytes are all the same. */
  Records plain(int pixelBytes, int value) {
    for (int i = 0; i < pixelBytes; i++) {
      bytes.write(value);
    }
    return this;
  }

  /** Adds an image that is black but for one byte. */
  Records dotted(int pixelBytes, int place, int value) {
    return plain(place, 0).with(value).plain(pixelBytes - place - 1, 0);
  }

  /** Writes all that was added. */
  void write(Path file) {
    try {
      Files.write(file, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
