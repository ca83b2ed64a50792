package io.equivar.api.signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What changed between two renderings of the SPI.
 *
 * @param incompatible lines that break a plugin compiled against the older rendering
 * @param compatible all other lines that came or went
 */
record SignatureChanges(List<String> incompatible, List<String> compatible) {

  SignatureChanges {
    incompatible = List.copyOf(incompatible);
    compatible = List.copyOf(compatible);
  }

  /**
   * Compares two renderings. Within a stable type, whatever went is incompatible, and so is an
   * abstract method that came to a type that plugins implement.
   */
  static SignatureChanges between(List<String> recorded, List<String> current) {
    Map<String, String> recordedTypes = typeLines(recorded);
    List<String> incompatible = new ArrayList<>();
    List<String> compatible = new ArrayList<>();
    for (String line : missing(recorded, current)) {
      boolean stable = !stability(recordedTypes, line).contains(" EXPERIMENTAL ");
      (stable ? incompatible : compatible).add("- " + line);
    }
    for (String line : missing(current, recorded)) {
      String stability = stability(recordedTypes, line);
      boolean breaks =
          stability.startsWith("PLUGIN ")
              && !stability.contains(" EXPERIMENTAL ")
              && line.contains("#")
              && line.contains(" abstract ");
      (breaks ? incompatible : compatible).add("+ " + line);
    }
    return new SignatureChanges(incompatible, compatible);
  }

  boolean isEmpty() {
    return incompatible.isEmpty() && compatible.isEmpty();
  }

  private static List<String> missing(List<String> lines, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return lines.stream().filter(line -> !known.contains(line)).toList();
  }

  private static Map<String, String> typeLines(List<String> lines) {
    Map<String, String> types = new HashMap<>();
    for (String line : lines) {
      if (!line.contains("# ")) {
        types.put(typeName(line), line);
      }
    }
    return types;
  }

  /**
   * Returns what stands in the brackets of the recorded line of the line's type, if there is any.
   */
  private static String stability(Map<String, String> types, String line) {
    String typeLine = types.getOrDefault(typeName(line), "");
    int start = typeLine.indexOf('[');
    return start < 0 ? "" : typeLine.substring(start + 1, typeLine.indexOf(']'));
  }

  private static String typeName(String line) {
    return line.substring(0, line.indexOf(' ')).replace("#", "");
  }
}
