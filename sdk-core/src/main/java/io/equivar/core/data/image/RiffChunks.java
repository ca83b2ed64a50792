package io.equivar.core.data.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The chunks that a RIFF file, or a chunk of it, is made of. Of equal names the first counts. */
final class RiffChunks {

  private static final int FILE_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;

  private final Map<String, byte[]> chunks;

  private RiffChunks(Map<String, byte[]> chunks) {
    this.chunks = chunks;
  }

  /**
   * Reads the chunks of a file.
   *
   * @throws UnreadableImageException if the file is shorter than it says
   */
  static RiffChunks ofFile(byte[] content) throws UnreadableImageException {
    ByteBuffer in = little(content);
    if (content.length < FILE_HEADER_BYTES
        || Integer.toUnsignedLong(in.getInt(4)) > content.length - CHUNK_HEADER_BYTES) {
      throw new UnreadableImageException("is a truncated WebP image");
    }
    return of(content, FILE_HEADER_BYTES);
  }

  /**
   * Reads the chunks that follow a header.
   *
   * @throws UnreadableImageException if one is longer than what is left
   */
  static RiffChunks of(byte[] content, int headerBytes) throws UnreadableImageException {
    Map<String, byte[]> chunks = new LinkedHashMap<>();
    ByteBuffer in = little(content).position(headerBytes);
    while (in.remaining() >= CHUNK_HEADER_BYTES) {
      byte[] name = new byte[4];
      in.get(name);
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw new UnreadableImageException("is a truncated WebP image");
      }
      byte[] data = new byte[length];
      in.get(data);
      chunks.putIfAbsent(new String(name, ISO_8859_1), data);
      // Chunks of odd length are padded; the padding of the last may be missing.
      in.position(Math.min(in.limit(), in.position() + (length & 1)));
    }
    return new RiffChunks(chunks);
  }

  /** Returns what the chunk of a name holds, if there is one. */
  Optional<byte[]> find(String name) {
    return Optional.ofNullable(chunks.get(name));
  }

  /** Returns a WebP file of these chunks, in this order. */
  static byte[] file(Map<String, byte[]> chunks) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("WEBP".getBytes(ISO_8859_1));
    chunks.forEach((name, data) -> write(body, name, data));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    write(file, "RIFF", body.toByteArray());
    return file.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String name, byte[] data) {
    out.writeBytes(name.getBytes(ISO_8859_1));
    out.writeBytes(little(new byte[4]).putInt(data.length).array());
    out.writeBytes(data);
    if ((data.length & 1) != 0) {
      out.write(0);
    }
  }

  /** Returns a little-endian view. */
  static ByteBuffer little(byte[] content) {
    return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }
}
