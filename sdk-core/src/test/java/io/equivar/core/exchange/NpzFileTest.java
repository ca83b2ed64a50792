package io.equivar.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archives in Base64 were written by NumPy 2.4. */
class NpzFileTest {

  private static final String COMPRESSED =
      "UEsDBC0AAAAIAAAAIQBP6QAq//////////8FABQAYS5ucHkBABAAmAAAAAAAAABVAAAAAAAAAJvsF+ob"
          + "EMnIUMZQrZ6SWpxcpG6loG6TZqKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CsaaOgq1"
          + "CmQDLgYwaLAHEg5ABMQNQLzAAQBQSwMELQAAAAgAAAAhAG98hYz//////////wUAFABoLm5weQEAEACG"
          + "AAAAAAAAAEoAAAAAAAAAm+wX6hsQychQxlCtnpJanFykbqWgbpNmpK6joJ6WX1RSlJgXn1+UkgoSd0vM"
          + "KU4FihdnJBakAvkaxjqaOgq1ChQALgY7hgOMDABQSwMELQAAAAgAAAAhAF6/1S7//////////wUAFABu"
          + "Lm5weQEAEACIAAAAAAAAAEYAAAAAAAAAm+wX6hsQychQxlCtnpJanFykbqWgbpNpoa6joJ6WX1RSlJgX"
          + "n1+UkgoSd0vMKU4FihdnJBakAvkamjoKtQoUAS5WBggAAFBLAwQtAAAACAAAACEAmpeF5v//////////"
          + "BQAUAGQubnB5AQAQAIgAAAAAAAAASgAAAAAAAACb7BfqGxDJyFDGUK2eklqcXKRupaBuk2ahrqOgnpZf"
          + "VFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RqGOpo6CrUKFACuWTNBYKc9AFBLAQItAy0AAAAIAAAAIQBP"
          + "6QAqVQAAAJgAAAAFAAAAAAAAAAAAAACAAQAAAABhLm5weVBLAQItAy0AAAAIAAAAIQBvfIWMSgAAAIYA"
          + "AAAFAAAAAAAAAAAAAACAAYwAAABoLm5weVBLAQItAy0AAAAIAAAAIQBev9UuRgAAAIgAAAAFAAAAAAAA"
          + "AAAAAACAAQ0BAABuLm5weVBLAQItAy0AAAAIAAAAIQCal4XmSgAAAIgAAAAFAAAAAAAAAAAAAACAAYoB"
          + "AABkLm5weVBLBQYAAAAABAAEAMwAAAALAgAAAAA=";

  private static final String FORTRAN =
      "UEsDBC0AAAAAAAAAIQDOLODT//////////8FABQAZi5ucHkBABAAmAAAAAAAAACYAAAAAAAAAJNOVU1Q"
          + "WQEAdgB7J2Rlc2NyJzogJzxmNCcsICdmb3J0cmFuX29yZGVyJzogVHJ1ZSwgJ3NoYXBlJzogKDIsIDMp"
          + "LCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
          + "ICAKAAAAAAAAQEAAAIA/AACAQAAAAEAAAKBAUEsBAi0DLQAAAAAAAAAhAM4s4NOYAAAAmAAAAAUAAAAA"
          + "AAAAAAAAAIABAAAAAGYubnB5UEsFBgAAAAABAAEAMwAAAM8AAAAAAA==";

  private static final String OBJECTS =
      "UEsDBC0AAAAIAAAAIQBz6pFw//////////8FABQAby5ucHkBABAAHQEAAAAAAADHAAAAAAAAAKWLPQuC"
          + "QBjHvV4IornZ7QxEaIuWhqChI4ugoSHk0ouCUnnuDCSDlqjgpnz6vGX5EfoNf/i/5e5iMlsS42icaCCk"
          + "D7Rv0mxKbZNuIlDAQy+CQHzjEd9LUeRyy2NReKtrd2zzbP5D81J7PY0S3Q6TQ5w6nh+BcA7JXu04AE9R"
          + "tzwQfhRKBYmvMEdd/y1RN8KgnOTIjCsOyRpvOEeLEUauuK3qeqDSWHwvlWkPH/eyrWqSoeu643fBT9hA"
          + "4fqxwjNqwpERyQvvfABQSwECLQMtAAAACAAAACEAc+qRcMcAAAAdAQAABQAAAAAAAAAAAAAAgAEAAAAA"
          + "by5ucHlQSwUGAAAAAAEAAQAzAAAA/gAAAAAA";

  private static final String BIG_ENDIAN =
      "UEsDBC0AAAAIAAAAIQBwn+Rj//////////8FABQAZS5ucHkBABAAiAAAAAAAAABLAAAAAAAAAJvsF+ob"
          + "EMnIUMZQrZ6SWpxcpG6loG6XZqKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6mjoKtQoU"
          + "AC4GILBvYGAAAFBLAQItAy0AAAAIAAAAIQBwn+RjSwAAAIgAAAAFAAAAAAAAAAAAAACAAQAAAABlLm5w"
          + "eVBLBQYAAAAAAQABADMAAACCAAAAAAA=";

  @TempDir private Path folder;

  private Path written(String base64) throws IOException {
    return Files.write(folder.resolve("w.npz"), Base64.getDecoder().decode(base64));
  }

  @Test
  void readsWhatNumpyWrote() throws IOException {
    try (TensorFile read = TensorFile.open(written(COMPRESSED))) {
      assertThat(read.tensors().keySet()).containsExactlyInAnyOrder("a", "h", "n", "d");
      assertThat(read.tensors().get("a").shape()).containsExactly(2L, 3L);
      assertThat(read.tensors().get("n").type()).isEqualTo(ElementType.I64);
      assertThat(read.tensors().get("n").shape()).isEmpty();
      assertThat(read.read("a")).containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(read.read("h")).containsExactly(1.5f, -2, 0x1p-24f);
      assertThat(read.read("d")).containsExactly(0.1f);
    }
  }

  @Test
  void writesWhatItReads() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NpzWriter archive = new NpzWriter(out)) {
      archive.comment("a comment");
      archive.array(
          new OutgoingTensor(
              new TensorHeader("layer1.0.x", ElementType.F32, List.of(2L, 1L)),
              ByteBuffer.wrap(SafetensorsBytes.floats(1, 2))));
    }
    Path file = Files.write(folder.resolve("w.npz"), out.toByteArray());
    try (TensorFile read = TensorFile.open(file)) {
      assertThat(read.tensors().get("layer1.0.x").shape()).containsExactly(2L, 1L);
      assertThat(read.read("layer1.0.x")).containsExactly(1, 2);
    }
  }

  @Test
  void headsAreThoseOfNumpy() {
    String shape = new String(NpyHeader.format("<f4", List.of(3L)), StandardCharsets.ISO_8859_1);
    assertThat(shape.length() % 64).isZero();
    assertThat(shape)
        .startsWith("\u0093NUMPY\u0001\u0000")
        .contains("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }")
        .endsWith(" \n");
  }

  @Test
  void refusesWhatItCannotUse() throws IOException {
    assertRefused(written(FORTRAN), "must hold arrays in C order, got array f in Fortran order");
    assertRefused(written(OBJECTS), "must hold numbers, got pickled Python objects in o");
    assertRefused(written(BIG_ENDIAN), "must have elements of a known type in array e, got >f4");
    assertRefused(archive("model/data.pkl", "x"), "must be safetensors or npz, got pickled Python");
    assertRefused(archive("a.txt", "x"), "must be a zip archive of arrays, name.npy, got a.txt");
    assertRefused(archive("a.npy", "x"), "must have a whole head in every array, got less in a");
    assertRefused(archive("a.npy", "x".repeat(100)), "must hold arrays in NumPy's format");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(2,) | 8 | ",
        "(3,) | 8 | must have 12 bytes for array a of F32 [3], got 8",
        "(1,) | 8 | must have 4 bytes for array a of F32 [1], got 8",
        "(999999999999999999, 99) | 8 | must have arrays of a possible size, got a, which has more",
        "(-1,) | 8 | must say type, order and shape of array a",
        "(2,), 'x': 1 | 8 | must say type, order and shape of array a",
      })
  void theHeadIsSound(String shape, int bytes, String problem) throws IOException {
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }\n";
    String head =
        "\u0093NUMPY\u0001\u0000" + (char) text.length() + '\u0000' + text + "\u0000".repeat(bytes);
    Path file = archive("a.npy", head);
    if (problem == null) {
      try (TensorFile read = TensorFile.open(file)) {
        assertThat(read.read("a")).containsExactly(0, 0);
      }
    } else {
      assertRefused(file, problem);
    }
  }

  @Test
  void aHugeHeadIsRefused() throws IOException {
    assertRefused(
        archive("a.npy", "\u0093NUMPY\u0002\u0000\u00ff\u00ff\u00ff\u007f"),
        "must have heads of at most 65536 bytes, got 2147483647 in a");
  }

  @Test
  void damageIsSeen() throws IOException {
    byte[] bytes = Base64.getDecoder().decode(FORTRAN);
    assertRefused(
        Files.write(folder.resolve("cut.npz"), Arrays.copyOf(bytes, bytes.length / 2)),
        "must be a whole zip archive");

    String head = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n";
    String array = "\u0093NUMPY\u0001\u0000" + (char) head.length() + '\u0000' + head + "abcdefgh";
    Path file = archive("a.npy", array);
    byte[] changed = Files.readAllBytes(file);
    int place = new String(changed, StandardCharsets.ISO_8859_1).indexOf("abcdefgh");
    changed[place] = 'x';
    Files.write(file, changed);
    try (TensorFile read = TensorFile.open(file)) {
      assertThatThrownBy(() -> read.read("a"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("must hold array a as it was written, got another checksum");
    }
  }

  /** Stores an entry without compression. */
  private Path archive(String name, String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
      zip.closeEntry();
    }
    return Files.write(folder.resolve("a.npz"), out.toByteArray());
  }

  private static void assertRefused(Path file, String problem) {
    assertThatThrownBy(() -> TensorFile.open(file).close())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(file + " must ")
        .hasMessageContaining(problem);
  }
}
