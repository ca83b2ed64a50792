package io.equivar.core.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes safetensors files by hand, sound or not. */
final class SafetensorsBytes {

  private SafetensorsBytes() {}

  /** Writes the length of the head, the head and the data. */
  static Path write(Path file, String head, byte... data) throws IOException {
    byte[] json = head.getBytes(StandardCharsets.UTF_8);
    return write(file, json.length, json, data);
  }

  /** Writes a length that need not be the head's. */
  static Path write(Path file, long length, byte[] head, byte... data) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + head.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(length).put(head).put(data);
    return Files.write(file, bytes.array());
  }

  /** Returns numbers of 32 bits as bytes. */
  static byte[] floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
