package io.equivar.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The figures of one evaluation, whatever was measured: all numbers of its JSON. An object with a
 * field {@code trained} is a row, or several; what the same was without training, or by guessing,
 * are columns beside it.
 *
 * @param protocol how it was measured
 * @param conditions what else the evaluation says of itself, by name
 * @param columns of the table, at least one
 * @param rows by name, empty for the only figure of a protocol; a value for each column that has it
 */
public record Measured(
    String protocol,
    Map<String, String> conditions,
    List<String> columns,
    Map<String, Map<String, Double>> rows) {

  /** The column of what was trained. */
  public static final String TRAINED = "trained";

  /** The column of evaluations without baselines. */
  private static final String ONLY = "value";

  private static final String PROTOCOL = "protocol";
  private static final List<String> COMPARED =
      List.of("chance", "mean", "mostFrequent", "pixels", "untrained", TRAINED);
  private static final Set<String> SHARES_OF_LINEAR = Set.of("", "test", "validation");

  /** Keeps copies in their order. */
  public Measured {
    conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /**
   * Reads an evaluation.
   *
   * @param name of the evaluation, if it does not say its protocol itself
   * @param report an object
   */
  public static Measured of(String name, JsonNode report) {
    Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
    Map<String, String> conditions = new LinkedHashMap<>();
    String protocol = report.path(PROTOCOL).asText(name);
    if (report.findValue(TRAINED) == null) {
      numbers(report, "", ONLY, rows);
      return new Measured(protocol, conditions, List.of(ONLY), rows);
    }
    report
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isValueNode() && !isColumn(field.getKey())) {
                conditions.put(field.getKey(), field.getValue().asText());
              }
            });
    conditions.remove(PROTOCOL);
    compared(report, "", rows);
    List<String> columns =
        COMPARED.stream()
            .filter(column -> rows.values().stream().anyMatch(row -> row.containsKey(column)))
            .toList();
    return new Measured(protocol, conditions, columns, rows);
  }

  private static boolean isColumn(String field) {
    return COMPARED.contains(field);
  }

  private static void compared(JsonNode node, String name, Map<String, Map<String, Double>> rows) {
    if (node.has(TRAINED)) {
      COMPARED.stream()
          .filter(node::has)
          .forEach(column -> numbers(node.get(column), name, column, rows));
    }
    node.properties()
        .forEach(
            field -> {
              if (field.getValue().isObject() && !isColumn(field.getKey())) {
                compared(field.getValue(), joined(name, field.getKey()), rows);
              }
              if (field.getValue().isArray()) {
                field.getValue().forEach(item -> compared(item, joined(name, said(item)), rows));
              }
            });
  }

  /** Returns what an item of a list says of itself: "hue", "k 20". */
  private static String said(JsonNode item) {
    List<String> said = new ArrayList<>();
    item.properties()
        .forEach(
            field -> {
              if (field.getValue().isTextual()) {
                said.add(field.getValue().asText());
              } else if (field.getValue().isNumber() && !isColumn(field.getKey())) {
                said.add(field.getKey() + " " + field.getValue().asText());
              }
            });
    return String.join(", ", said);
  }

  private static void numbers(
      JsonNode node, String name, String column, Map<String, Map<String, Double>> rows) {
    if (node.isNumber()) {
      rows.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(column, node.doubleValue());
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        numbers(node.get(i), name + "[" + i + "]", column, rows);
      }
    } else {
      node.properties()
          .forEach(field -> numbers(field.getValue(), joined(name, field.getKey()), column, rows));
    }
  }

  private static String joined(String outer, String inner) {
    return outer.isEmpty() ? inner : outer + " " + inner;
  }

  /** Returns the values of a row as text, one for each column; empty where there is none. */
  public List<String> texts(String row) {
    List<String> texts = new ArrayList<>();
    for (String column : columns) {
      Double value = rows.getOrDefault(row, Map.of()).get(column);
      texts.add(value == null ? "" : text(row, value));
    }
    return texts;
  }

  /** Returns a value of a row as text: shares of images as percentages. */
  public String text(String row, double value) {
    if (isShare(row)) {
      return String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private boolean isShare(String row) {
    return protocol.equals("knn") || (protocol.equals("linear") && SHARES_OF_LINEAR.contains(row));
  }

  /** Returns the name of a row beside rows of other protocols. */
  public String label(String row) {
    return row.isEmpty() ? protocol : protocol + ", " + row;
  }

  /** Returns the row to show where there is place for one; empty if there is no row. */
  public String headline() {
    return rows.containsKey("test") ? "test" : rows.keySet().stream().findFirst().orElse("");
  }
}
