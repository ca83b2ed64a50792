package io.equivar.core.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes safetensors: the largest elements first, so that all are aligned in the file. */
final class SafetensorsWriter {

  private SafetensorsWriter() {}

  /**
   * Writes a file.
   *
   * @param metadata text by key
   */
  static void write(OutputStream out, List<OutgoingTensor> tensors, Map<String, String> metadata)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode head = json.createObjectNode();
    head.set(SafetensorsHeader.METADATA, json.valueToTree(metadata));
    List<OutgoingTensor> inOrder =
        tensors.stream()
            .sorted(
                Comparator.comparingInt((OutgoingTensor tensor) -> -tensor.header().type().bytes()))
            .toList();
    long end = 0;
    for (OutgoingTensor tensor : inOrder) {
      TensorHeader header = tensor.header();
      ObjectNode entry = head.putObject(header.name());
      entry.put("dtype", header.type().name());
      entry.set("shape", json.valueToTree(header.shape()));
      entry.putArray("data_offsets").add(end).add(end + header.bytes());
      end += header.bytes();
    }
    byte[] text = json.writeValueAsBytes(head);
    byte[] padded = Arrays.copyOf(text, (text.length + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    out.write(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(padded.length)
            .array());
    out.write(padded);
    for (OutgoingTensor tensor : inOrder) {
      out.write(tensor.data().array());
    }
  }
}
