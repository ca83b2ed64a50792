package io.equivar.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedFileTest {

  private static final int RECORD_BYTES = 1000;
  private static final int COUNT = 100;

  @TempDir private Path folder;

  private Path path;

  @BeforeEach
  void write() throws IOException {
    byte[] bytes = new byte[10 + COUNT * RECORD_BYTES];
    Arrays.fill(bytes, (byte) 7);
    path = Files.write(folder.resolve("data.bin"), bytes);
  }

  private MappedFile open() throws IOException {
    return MappedFile.open(path, 10, RECORD_BYTES, COUNT, 40_000);
  }

  private static byte last(MappedFile file, int record) {
    byte[] target = new byte[RECORD_BYTES];
    file.read(record, 0, target, 0, RECORD_BYTES);
    return target[RECORD_BYTES - 1];
  }

  /** Cut off at a page, beyond which nothing is mapped, and within one, whose rest is zeros. */
  @ParameterizedTest
  @ValueSource(longs = {0, 4096, 99_500, 100_009})
  void noticesThatTheFileHasBecomeShorter(long length) throws IOException {
    try (MappedFile file = open()) {
      assertThat(last(file, COUNT - 1)).isEqualTo((byte) 7);
      try (RandomAccessFile other = new RandomAccessFile(path.toFile(), "rw")) {
        other.setLength(length);
      }

      assertThatThrownBy(() -> last(file, COUNT - 1))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(
              "the data file "
                  + path
                  + " changed or vanished while it was in use. Put it back and leave it as it is"
                  + " while a run needs it");
    }
  }

  @Test
  void goesOnWithAFileThatWasDeleted() throws IOException {
    try (MappedFile file = open()) {
      Files.delete(path);

      assertThat(last(file, COUNT - 1)).isEqualTo((byte) 7);
    }
  }

  @Test
  void refusesAFileThatIsTooShort() {
    assertThatThrownBy(() -> MappedFile.open(path, 11, RECORD_BYTES, COUNT, 40_000))
        .isInstanceOf(EOFException.class)
        .hasMessage(path + " ends too early");
  }

  @Test
  void keepsNoFileOpen() throws IOException {
    long before = openFiles();
    for (int i = 0; i < 50; i++) {
      open().close();
      assertThatThrownBy(() -> MappedFile.open(path, 11, RECORD_BYTES, COUNT, 40_000));
    }
    assertThat(openFiles()).isLessThan(before + 20);
  }

  /** Returns 0 where the system does not say. */
  private static long openFiles() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return 0;
    }
    try (var entries = Files.list(descriptors)) {
      return entries.count();
    }
  }
}
