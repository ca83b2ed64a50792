package io.equivar.core.binding;

import io.equivar.api.config.Problem;
import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of a plugin's configuration record before there is a configuration. */
public final class RecordSchema {

  private static final String SUPPORTED =
      "Use boolean, int, long, double, String, Path, an enum, a record, or a List of one of these";

  private RecordSchema() {}

  /**
   * Checks a record: each component is annotated and of a type that {@link Setting} names, defaults
   * can be read, and the constructor takes them.
   *
   * @return what is wrong, with keys relative to the record
   */
  public static List<Problem> check(Class<?> type) {
    Problems problems = new Problems();
    checkRecord(type, List.of(), problems);
    if (problems.all().isEmpty()) {
      checkDefaults(type.asSubclass(Record.class), problems);
    }
    return problems.all();
  }

  /**
   * Lists the settings of a record that passes {@link #check}, inner records spread out; also of
   * the core's own, whose settings may be choices by name.
   */
  public static List<SettingDescription> describe(Class<? extends Record> type) {
    List<SettingDescription> descriptions = new ArrayList<>();
    describe(type, "", descriptions);
    return List.copyOf(descriptions);
  }

  private static void checkRecord(Class<?> type, List<Class<?>> outer, Problems problems) {
    if (!type.isRecord()) {
      problems.add("must be a record", type.getName());
      return;
    }
    if (outer.contains(type)) {
      problems.add("must not contain itself", type.getName());
      return;
    }
    List<Class<?>> path = new ArrayList<>(outer);
    path.add(type);
    for (RecordComponent component : type.getRecordComponents()) {
      Problems inside = problems.at(Settings.key(component.getName()));
      if (component.getAnnotation(Setting.class) == null) {
        inside.add("must be annotated with @Setting", "");
      }
      Class<?> element = elementClass(component.getGenericType());
      if (element == null || !(element.isRecord() || ScalarBinding.supports(element))) {
        inside.add(
            "must have a type that settings can have",
            component.getGenericType().getTypeName(),
            SUPPORTED);
      } else if (element.isRecord()) {
        checkRecord(element, path, inside);
      }
    }
  }

  /** Binds the defaults alone; where a setting has none, the others are checked without it. */
  private static void checkDefaults(Class<? extends Record> type, Problems problems) {
    Problems found = new Problems();
    new RecordBinder().bind(type, Node.Mapping.EMPTY, found);
    List<String> required = requiredKeysOfItsOwn(type);
    found.all().stream()
        .filter(problem -> !required.contains(problem.key()))
        .forEach(
            problem ->
                problems.add(
                    new Problem(
                        problem.key(),
                        "has a default that is refused: " + problem.rule(),
                        problem.got(),
                        "")));
  }

  private static List<String> requiredKeysOfItsOwn(Class<? extends Record> type) {
    return describe(type).stream()
        .filter(SettingDescription::required)
        .map(SettingDescription::key)
        .filter(key -> !key.contains("."))
        .toList();
  }

  private static void describe(
      Class<? extends Record> type, String prefix, List<SettingDescription> descriptions) {
    for (RecordComponent component : type.getRecordComponents()) {
      Setting setting = component.getAnnotation(Setting.class);
      Class<?> element = elementClass(component.getGenericType());
      if (setting == null) {
        throw new IllegalArgumentException(component + " of " + type.getName() + " is no setting");
      }
      boolean list = component.getType() == List.class;
      String key = prefix + Settings.key(component.getName());
      descriptions.add(
          new SettingDescription(
              key,
              list ? "list of " + plural(label(element)) : label(element),
              setting.defaultsTo().equals(Setting.REQUIRED) ? "" : setting.defaultsTo(),
              range(setting),
              setting.unit(),
              setting.value()));
      if (element != null && element.isRecord()) {
        describe(element.asSubclass(Record.class), key + (list ? "[]." : "."), descriptions);
      }
    }
  }

  private static String label(@Nullable Class<?> element) {
    // An enum whose constants have bodies is sealed, too.
    if (element == null || (element.isSealed() && !element.isEnum())) {
      return "name with settings";
    }
    return element.isRecord() ? "settings" : ScalarBinding.label(element);
  }

  private static String plural(String label) {
    if (label.startsWith("name ")) {
      return label.replace("name ", "names ");
    }
    return label.endsWith("number") || label.equals("path") ? label + "s" : label;
  }

  private static String range(Setting setting) {
    boolean bounded =
        setting.min() != Double.NEGATIVE_INFINITY || setting.max() != Double.POSITIVE_INFINITY;
    return bounded ? Settings.range(setting) : "";
  }

  /** Returns the class of a value or of a list's elements; null for anything else. */
  private static @Nullable Class<?> elementClass(Type type) {
    if (type instanceof ParameterizedType list
        && list.getRawType() == List.class
        && list.getActualTypeArguments()[0] instanceof Class<?> element) {
      return element;
    }
    return type instanceof Class<?> plain && !isBoxed(plain) ? plain : null;
  }

  private static boolean isBoxed(Class<?> type) {
    return Number.class.isAssignableFrom(type) || type == Boolean.class;
  }
}
