package io.equivar.core.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A safetensors file: the length of the head in 8 bytes, the head in JSON, the bytes of the
 * tensors.
 */
final class SafetensorsFile implements TensorFile {

  /** A head of a ResNet-50 has 40 kB. */
  private static final int MOST_HEADER_BYTES = 16 << 20;

  private final Path file;
  private final FileChannel channel;
  private final long dataStart;
  private final SafetensorsHeader header;
  private final Map<String, TensorHeader> tensors = new LinkedHashMap<>();

  private SafetensorsFile(
      Path file, FileChannel channel, long dataStart, SafetensorsHeader header) {
    this.file = file;
    this.channel = channel;
    this.dataStart = dataStart;
    this.header = header;
    header.tensors().forEach((name, placed) -> tensors.put(name, placed.header()));
  }

  static SafetensorsFile open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        return open(file, channel);
      } catch (IOException | RuntimeException | Error e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static SafetensorsFile open(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    long headerBytes = size < Long.BYTES ? -1 : read(channel, 0, Long.BYTES).getLong();
    if (headerBytes < 0 || headerBytes > Math.min(MOST_HEADER_BYTES, size - Long.BYTES)) {
      throw FileProblem.damaged(
          file,
          "must have a head of at most %,d bytes, within the file"
              .formatted(Math.min(MOST_HEADER_BYTES, Math.max(0, size - Long.BYTES))),
          Long.toUnsignedString(headerBytes));
    }
    long dataStart = Long.BYTES + headerBytes;
    byte[] json = read(channel, Long.BYTES, (int) headerBytes).array();
    return new SafetensorsFile(
        file, channel, dataStart, SafetensorsHeader.parse(file, json, size - dataStart));
  }

  @Override
  public Map<String, TensorHeader> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public float[] read(String name) {
    SafetensorsHeader.Placed placed = header.tensors().get(name);
    if (placed == null) {
      throw new IllegalArgumentException("no tensor " + name);
    }
    try {
      int bytes = Math.toIntExact(placed.header().bytes());
      return placed.header().type().floats(read(channel, dataStart + placed.begin(), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of " + file, e);
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return buffer.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
