package io.equivar.api.signature;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What breaks a plugin. Within a stable type that is whatever went and, of what came: abstract
 * methods of types that plugins implement, elements of annotations without a default, and whatever
 * changes a closed set or nullness.
 */
final class CompatibilityRules {

  private static final String NULLABLE = "@Nullable ";

  private final Map<String, RecordedType> types = new HashMap<>();
  private final Set<String> current;
  private final Set<String> currentWithoutNullness;

  CompatibilityRules(List<String> recorded, List<String> current) {
    for (String line : recorded) {
      if (!line.contains("# ")) {
        types.put(typeName(line), RecordedType.of(line));
      }
    }
    this.current = new HashSet<>(current);
    this.currentWithoutNullness =
        current.stream().map(CompatibilityRules::withoutNullness).collect(Collectors.toSet());
  }

  /** Returns the remedy if plugins may miss a line that went. */
  Optional<String> gone(String line) {
    RecordedType type = types.getOrDefault(typeName(line), RecordedType.UNKNOWN);
    String what = what(line);
    if (type.experimental() || what.startsWith("deprecated") || isStillThere(line, type)) {
      return Optional.empty();
    }
    if (isClosedSet(what)) {
      return Optional.of(Breakage.CLOSED_SET);
    }
    boolean nullness =
        what.equals("null-marked") || currentWithoutNullness.contains(withoutNullness(line));
    return Optional.of(nullness ? Breakage.NULLNESS : Breakage.GONE);
  }

  /** Returns the remedy if plugins break that do not know a line that came. */
  Optional<String> come(String line) {
    RecordedType type = types.get(typeName(line));
    String what = what(line);
    if (type == null || type.experimental() || !line.contains("# ")) {
      return Optional.empty();
    }
    boolean isAbstract = what.startsWith("public abstract ");
    if (type.annotation()) {
      return isAbstract && !what.contains(" default ")
          ? Optional.of(Breakage.ELEMENT)
          : Optional.empty();
    }
    if (type.byPlugins() && isAbstract) {
      return Optional.of(Breakage.ABSTRACT);
    }
    if (isClosedSet(what)) {
      return Optional.of(Breakage.CLOSED_SET);
    }
    return what.equals("null-marked") ? Optional.of(Breakage.NULLNESS) : Optional.empty();
  }

  /** A body may come; it may go where plugins only call the method. */
  private boolean isStillThere(String line, RecordedType type) {
    return current.contains(line.replace("# public abstract ", "# public default "))
        || (type.byCore()
            && current.contains(line.replace("# public default ", "# public abstract ")));
  }

  private static boolean isClosedSet(String what) {
    return what.startsWith("constants (")
        || what.startsWith("record (")
        || what.startsWith("permits (");
  }

  private static String withoutNullness(String line) {
    return line.replace(NULLABLE, "");
  }

  private static String typeName(String line) {
    return line.substring(0, line.indexOf(' ')).replace("#", "");
  }

  /** Returns what follows the name of the type. */
  private static String what(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  /** What a type's recorded line says of how it may change. */
  private record RecordedType(
      boolean byPlugins, boolean byCore, boolean experimental, boolean annotation) {

    static final RecordedType UNKNOWN = new RecordedType(false, false, false, false);

    static RecordedType of(String line) {
      String stability = line.substring(line.indexOf('[') + 1, line.indexOf(']'));
      return new RecordedType(
          stability.startsWith("PLUGIN "),
          stability.startsWith("CORE "),
          stability.contains(" EXPERIMENTAL "),
          line.contains("@interface"));
    }
  }
}
