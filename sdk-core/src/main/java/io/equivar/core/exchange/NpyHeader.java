package io.equivar.core.exchange;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The head of an array file of NumPy's (npy, versions 1 to 3).
 *
 * @param tensor what it says
 * @param headBytes its length
 */
record NpyHeader(TensorHeader tensor, int headBytes) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MOST_BYTES = 1 << 16;
  private static final int ALIGNMENT = 64;
  private static final Pattern DICTIONARY =
      Pattern.compile(
          "\\{'descr': '([^']{1,40})', 'fortran_order': (True|False), 'shape':"
              + " \\(((?:\\d{1,18}(?:, ?\\d{1,18}){0,31})?),?\\), ?\\}\\s*");

  /**
   * Reads a head.
   *
   * @param file for messages
   * @param name of the array
   */
  static NpyHeader read(Path file, String name, InputStream content) throws IOException {
    DataInputStream data = new DataInputStream(content);
    try {
      byte[] magic = new byte[MAGIC.length];
      data.readFully(magic);
      int major = data.readUnsignedByte();
      data.readUnsignedByte();
      if (!Arrays.equals(magic, MAGIC) || major < 1 || major > 3) {
        throw FileProblem.damaged(file, "must hold arrays in NumPy's format", "another in " + name);
      }
      int length =
          major == 1
              ? Short.toUnsignedInt(Short.reverseBytes(data.readShort()))
              : Integer.reverseBytes(data.readInt());
      if (length < 0 || length > MOST_BYTES) {
        throw FileProblem.damaged(
            file,
            "must have heads of at most " + MOST_BYTES + " bytes",
            Integer.toUnsignedString(length) + " in " + name);
      }
      byte[] text = new byte[length];
      data.readFully(text);
      TensorHeader tensor = parse(file, name, new String(text, StandardCharsets.UTF_8));
      return new NpyHeader(tensor, MAGIC.length + 2 + (major == 1 ? 2 : 4) + length);
    } catch (EOFException e) {
      throw FileProblem.damaged(file, "must have a whole head in every array", "less in " + name);
    }
  }

  private static TensorHeader parse(Path file, String name, String text) {
    if (text.startsWith("{'descr': '|O'") || text.startsWith("{'descr': 'O'")) {
      throw FileProblem.of(
          file,
          "must hold numbers",
          "pickled Python objects in " + name + ", which may run any code when they are read",
          "Save arrays of numbers only");
    }
    Matcher matcher = DICTIONARY.matcher(text);
    if (!matcher.matches()) {
      throw FileProblem.damaged(
          file, "must say type, order and shape of array " + name, text.strip());
    }
    ElementType type =
        ElementType.described(matcher.group(1))
            .orElseThrow(
                () ->
                    FileProblem.of(
                        file,
                        "must have elements of a known type in array " + name,
                        matcher.group(1),
                        "Convert the arrays to '<f4'"));
    if (matcher.group(2).equals("True")) {
      throw FileProblem.of(
          file,
          "must hold arrays in C order",
          "array " + name + " in Fortran order",
          "Save numpy.ascontiguousarray of it");
    }
    List<Long> shape =
        Arrays.stream(matcher.group(3).split(","))
            .map(String::strip)
            .filter(size -> !size.isEmpty())
            .map(Long::valueOf)
            .toList();
    try {
      return new TensorHeader(name, type, shape);
    } catch (IllegalArgumentException e) {
      throw FileProblem.damaged(
          file, "must have arrays of a possible size", name + ", which " + e.getMessage());
    }
  }

  /**
   * Makes the bytes of a head, version 1.0.
   *
   * @param description NumPy's, of the type of the elements
   */
  static byte[] format(String description, List<Long> shape) {
    String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s%s), }"
            .formatted(description, sizes, shape.size() == 1 ? "," : "");
    int start = MAGIC.length + 2 + 2;
    int total = (start + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer head = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    head.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (total - start));
    head.put(text.getBytes(StandardCharsets.US_ASCII));
    while (head.remaining() > 1) {
      head.put((byte) ' ');
    }
    return head.put((byte) '\n').array();
  }
}
