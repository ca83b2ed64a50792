package io.equivar.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {

  private static final String TWO =
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%d,%d]},"
          + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}}";

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("w.safetensors");
  }

  @Test
  void readsEveryFloatingTypeInAnyOrder() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    data.putDouble(0.1).putFloat(-2.5f);
    // Half precision: 1.5, -2, the least subnormal; bfloat16: 1, -3.140625.
    data.putShort((short) 0x3e00).putShort((short) 0xc000).putShort((short) 1);
    data.putShort((short) 0x3f80).putShort((short) 0xc049);
    String head =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"half\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[12,18]},"
            + "\"brain\":{\"dtype\":\"BF16\",\"shape\":[2,1],\"data_offsets\":[18,22]},"
            + "\"none\":{\"dtype\":\"F32\",\"shape\":[0,4],\"data_offsets\":[12,12]},"
            + "\"double\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]},"
            + "\"single\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}   ";
    try (TensorFile read = TensorFile.open(SafetensorsBytes.write(file(), head, data.array()))) {
      assertThat(read.tensors().keySet())
          .containsExactly("half", "brain", "none", "double", "single");
      assertThat(read.tensors().get("brain").shape()).containsExactly(2L, 1L);
      assertThat(read.read("half")).containsExactly(1.5f, -2, 0x1p-24f);
      assertThat(read.read("brain")).containsExactly(1, -3.140625f);
      assertThat(read.read("double")).containsExactly(0.1f);
      assertThat(read.read("single")).containsExactly(-2.5f);
      assertThat(read.read("none")).isEmpty();
    }
  }

  @Test
  void writesWhatItReadsAndAlignsIt() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafetensorsWriter.write(
        out,
        List.of(
            tensor("x", ElementType.F32, List.of(3L), SafetensorsBytes.floats(1, 2, 3)),
            tensor("count", ElementType.I64, List.of(), new byte[] {5, 0, 0, 0, 0, 0, 0, 0})),
        Map.of("note", "with \"quotes\""));
    byte[] bytes = out.toByteArray();

    int head = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(head % 8).isZero();
    assertThat(new String(bytes, 8, head, StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "{\"__metadata__\":{\"note\":\"with \\\"quotes\\\"\"},"
                + "\"count\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
                + "\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[8,20]}}");
    try (TensorFile read = TensorFile.open(Files.write(file(), bytes))) {
      assertThat(read.read("x")).containsExactly(1, 2, 3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 8  | 8  | 12 | 12 | ",
        "0 | 8  | 4  | 8  | 12 | an overlap at tensor b",
        "0 | 8  | 12 | 16 | 16 | a hole before tensor b",
        "4 | 12 | 12 | 16 | 16 | a hole before tensor a",
        "0 | 8  | 8  | 12 | 16 | must hold the 12 bytes that its tensors take, got 16",
        "0 | 8  | 8  | 12 | 11 | must hold the 12 bytes that its tensors take, got 11: it is truncated",
        "0 | 8  | 8  | 16 | 16 | must have 4 bytes for tensor b of F32 [1], got data_offsets [8, 16]",
        "8 | 0  | 8  | 12 | 12 | must have 8 bytes for tensor a of F32 [2], got data_offsets [8, 0]",
        "-8 | 0 | 0 | 4  | 4  | got data_offsets [-8, 0]",
      })
  void tensorsFillTheData(long a, long aEnd, long b, long bEnd, int bytes, String problem)
      throws IOException {
    Path file = SafetensorsBytes.write(file(), TWO.formatted(a, aEnd, b, bEnd), new byte[bytes]);
    if (problem == null) {
      TensorFile.open(file).close();
    } else {
      assertRefused(file, problem);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":{\"dtype\":\"F7\",\"shape\":[1],\"data_offsets\":[0,4]}} | must have elements of a known type in tensor a, got F7",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}} | must say dtype, shape and data_offsets of tensor a, got dtype, shape",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}} | must say dtype, shape and data_offsets of tensor a",
        "{\"a\":[1]} | must say dtype, shape and data_offsets of tensor a, got a JSON array",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0.5],\"data_offsets\":[0,4]}} | must have whole numbers as shape of tensor a, got [0.5]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | must have tensors of a possible size, got a, which has the negative size",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}} | must have tensors of a possible size, got a, which has more than 2^63 bytes",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,99999999999999999999]}} | must have whole numbers as data_offsets of tensor a",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}} | must say where tensor a begins and ends, got [0]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | must have a head in JSON, got Duplicate field 'a'",
        "{\"a\": | must have a head in JSON",
        "{}{} | must have a head in JSON",
      })
  void theHeadIsSound(String head, String problem) throws IOException {
    assertRefused(SafetensorsBytes.write(file(), head, new byte[4]), problem);
  }

  @Test
  void theHeadLiesInTheFileAndIsNotHuge() throws IOException {
    byte[] head = "{}".getBytes(StandardCharsets.UTF_8);
    assertRefused(
        SafetensorsBytes.write(file(), 3, head), "must have a head of at most 2 bytes, within the");
    assertRefused(SafetensorsBytes.write(file(), -1, head), "got 18446744073709551615");
    assertRefused(
        SafetensorsBytes.write(file(), 1L << 40, new byte[] {'{'}, new byte[17 << 20]),
        "must have a head of at most 16,777,216 bytes");
    byte[] deep = ("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
    assertRefused(SafetensorsBytes.write(file(), deep.length, deep), "must have a head in JSON");
  }

  @Test
  void otherFilesAreToldApart() throws IOException {
    assertRefused(folder, "must be a file of weights, got a folder");
    assertRefused(folder.resolve("none"), "must be a file of weights, got no such file");
    assertRefused(
        Files.createFile(folder.resolve("empty")),
        "must be a file of weights, safetensors or npz, got an empty file");
    assertRefused(
        Files.writeString(folder.resolve("text"), "no weights at all"), "got another format");
    assertRefused(
        Files.write(folder.resolve("old.pth"), new byte[] {(byte) 0x80, 2, 'c'}),
        "got pickled Python objects");
  }

  private static OutgoingTensor tensor(
      String name, ElementType type, List<Long> shape, byte[] data) {
    return new OutgoingTensor(new TensorHeader(name, type, shape), ByteBuffer.wrap(data));
  }

  private static void assertRefused(Path file, String problem) {
    assertThatThrownBy(() -> TensorFile.open(file).close())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(file + " must ")
        .hasMessageContaining(problem);
  }
}
