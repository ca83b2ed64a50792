package io.equivar.core.run;

import io.equivar.api.transformation.Column;
import io.equivar.core.pipeline.PlacedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes sampled parameters in short lines. */
final class ParameterCaption {

  private static final int LINE_CHARACTERS = 30;
  private static final String INDENT = "  ";

  private ParameterCaption() {}

  /** Returns the name of a step's transformation, then its parameters. */
  static List<String> lines(PlacedStep step, Map<String, Float> parameters) {
    List<String> lines = new ArrayList<>();
    String id = step.step().id();
    lines.add(id.substring(id.indexOf(':') + 1));
    StringBuilder line = new StringBuilder();
    for (Column column : step.spec().columns()) {
      String text = column.name() + " " + value(column, parameters.getOrDefault(column.name(), 0f));
      if (!line.isEmpty() && line.length() + text.length() > LINE_CHARACTERS) {
        lines.add(INDENT + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(text);
    }
    if (!line.isEmpty()) {
      lines.add(INDENT + line);
    }
    return lines;
  }

  private static String value(Column column, float value) {
    return column.kind() == Column.Kind.CONTINUOUS
        ? String.format(Locale.ROOT, "%.2f", value)
        : Integer.toString(Math.round(value));
  }
}
