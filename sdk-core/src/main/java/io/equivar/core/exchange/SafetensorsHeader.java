package io.equivar.core.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The head of a safetensors file: what tensors there are, and where. It is believed only where all
 * agrees: the tensors have to fill the data without overlap and without holes, as the format
 * demands.
 *
 * @param tensors by name, in the order of the file
 */
record SafetensorsHeader(Map<String, Placed> tensors) {

  static final String METADATA = "__metadata__";

  private static final Set<String> KEYS = Set.of("dtype", "shape", "data_offsets");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * A tensor and its place.
   *
   * @param begin of its bytes in the data
   */
  record Placed(TensorHeader header, long begin, long end) {}

  /**
   * Reads and checks.
   *
   * @param file for messages
   * @param json the head
   * @param dataBytes number of bytes that follow the head
   */
  static SafetensorsHeader parse(Path file, byte[] json, long dataBytes) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      throw FileProblem.damaged(
          file, "must have a head in JSON", message.lines().findFirst().orElse(""));
    }
    if (!root.isObject()) {
      throw FileProblem.damaged(file, "must have a JSON object as its head", kind(root));
    }
    Map<String, Placed> tensors = new LinkedHashMap<>();
    root.properties()
        .forEach(
            entry -> {
              if (!entry.getKey().equals(METADATA)) {
                tensors.put(entry.getKey(), placed(file, entry.getKey(), entry.getValue()));
              }
            });
    requireFilled(file, tensors.values(), dataBytes);
    return new SafetensorsHeader(tensors);
  }

  private static Placed placed(Path file, String name, JsonNode entry) {
    List<String> keys = new ArrayList<>();
    entry.fieldNames().forEachRemaining(keys::add);
    if (!Set.copyOf(keys).equals(KEYS)) {
      throw FileProblem.damaged(
          file,
          "must say dtype, shape and data_offsets of tensor " + name,
          keys.isEmpty() ? kind(entry) : String.join(", ", keys));
    }
    String dtype = entry.get("dtype").asText();
    ElementType type =
        ElementType.named(dtype)
            .orElseThrow(
                () ->
                    FileProblem.of(
                        file,
                        "must have elements of a known type in tensor " + name,
                        dtype,
                        "Convert the tensors to F32"));
    List<Long> offsets = numbers(file, name, "data_offsets", entry.get("data_offsets"));
    if (offsets.size() != 2) {
      throw FileProblem.damaged(
          file, "must say where tensor " + name + " begins and ends", offsets.toString());
    }
    TensorHeader header;
    try {
      header = new TensorHeader(name, type, numbers(file, name, "shape", entry.get("shape")));
    } catch (IllegalArgumentException e) {
      throw FileProblem.damaged(
          file, "must have tensors of a possible size", name + ", which " + e.getMessage());
    }
    boolean possible = offsets.get(0) >= 0 && offsets.get(1) >= offsets.get(0);
    if (!possible || offsets.get(1) - offsets.get(0) != header.bytes()) {
      throw FileProblem.damaged(
          file,
          "must have %,d bytes for tensor %s of %s %s"
              .formatted(header.bytes(), name, type, header.shape()),
          "data_offsets " + offsets);
    }
    return new Placed(header, offsets.get(0), offsets.get(1));
  }

  private static List<Long> numbers(Path file, String name, String key, JsonNode list) {
    List<Long> numbers = new ArrayList<>();
    boolean sound = list.isArray();
    for (JsonNode element : list) {
      sound &= element.isIntegralNumber() && element.canConvertToLong();
      numbers.add(element.asLong());
    }
    if (!sound) {
      throw FileProblem.damaged(
          file, "must have whole numbers as " + key + " of tensor " + name, shortened(list));
    }
    return numbers;
  }

  private static void requireFilled(Path file, Iterable<Placed> tensors, long dataBytes) {
    List<Placed> inOrder = new ArrayList<>();
    tensors.forEach(inOrder::add);
    inOrder.sort(Comparator.comparingLong(Placed::begin).thenComparingLong(Placed::end));
    long end = 0;
    for (Placed tensor : inOrder) {
      if (tensor.begin() != end) {
        throw FileProblem.damaged(
            file,
            "must have its tensors side by side in the data",
            (tensor.begin() < end ? "an overlap at " : "a hole before ")
                + "tensor "
                + tensor.header().name());
      }
      end = tensor.end();
    }
    if (end != dataBytes) {
      throw FileProblem.damaged(
          file,
          "must hold the %,d bytes that its tensors take".formatted(end),
          "%,d".formatted(dataBytes) + (dataBytes < end ? ": it is truncated" : ""));
    }
  }

  private static String kind(JsonNode node) {
    return "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static String shortened(JsonNode node) {
    String text = node.toString();
    return text.length() > 80 ? text.substring(0, 80) + "..." : text;
  }
}
