package io.equivar.api.config;

import io.equivar.api.Spi;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values of a configuration record against its {@link Setting} annotations and against
 * rules that concern several settings; called by the record's compact constructor:
 *
 * <pre>{@code
 * public record BlurConfig(
 *     @Setting(value = "smallest sigma", defaultsTo = "0.1", min = 0, unit = "pixels") double minSigma,
 *     @Setting(value = "largest sigma", defaultsTo = "2", min = 0, unit = "pixels") double maxSigma) {
 *   public BlurConfig {
 *     Settings.of(BlurConfig.class, minSigma, maxSigma)
 *         .require(minSigma <= maxSigma, "min-sigma", "must not exceed max-sigma", minSigma)
 *         .check();
 *   }
 * }
 * }</pre>
 */
@Spi(Spi.Role.VALUE)
public final class Settings {

  private final List<Problem> problems = new ArrayList<>();

  private Settings() {}

  /**
   * Checks each value against the annotation of its component.
   *
   * @param type the record's class
   * @param values the values of all components, in their order
   * @throws IllegalArgumentException if the number of values is not the number of components
   */
  public static Settings of(Class<? extends Record> type, @Nullable Object... values) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length != values.length) {
      throw new IllegalArgumentException(
          type.getName()
              + " has "
              + components.length
              + " components, but "
              + values.length
              + " values were given");
    }
    Settings settings = new Settings();
    for (int i = 0; i < components.length; i++) {
      settings.checkValue(components[i], values[i]);
    }
    return settings;
  }

  /**
   * Adds a rule of the record's own.
   *
   * @param holds whether the values keep the rule
   * @param key the setting to name, in kebab case
   * @param rule what must hold, such as {@code must not exceed max-sigma}
   * @param got the value that came
   * @return this
   */
  public Settings require(boolean holds, String key, String rule, Object got) {
    if (!holds) {
      problems.add(Problem.of(key, rule, got));
    }
    return this;
  }

  /**
   * Ends the check.
   *
   * @throws ConfigurationException with all problems, if there are any
   */
  public void check() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  /** Returns the key of a record component or enum constant: its name in kebab case. */
  public static String key(String name) {
    if (name.equals(name.toUpperCase(Locale.ROOT))) {
      return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** Returns the range that a setting declares, such as {@code [0, 0.5]} or {@code (0, inf)}. */
  public static String range(Setting setting) {
    String open = setting.exclusiveMin() || setting.min() == Double.NEGATIVE_INFINITY ? "(" : "[";
    String close = setting.max() == Double.POSITIVE_INFINITY ? ")" : "]";
    return open + number(setting.min()) + ", " + number(setting.max()) + close;
  }

  private void checkValue(RecordComponent component, @Nullable Object value) {
    String key = key(component.getName());
    Setting setting = component.getAnnotation(Setting.class);
    if (value == null) {
      problems.add(new Problem(key, "must have a value", "none", ""));
    } else if (setting != null) {
      if (value instanceof List<?> list) {
        checkSize(setting, key, list);
        for (int i = 0; i < list.size(); i++) {
          checkNumber(setting, key + "[" + i + "]", list.get(i));
        }
      } else {
        checkNumber(setting, key, value);
      }
    }
  }

  private void checkSize(Setting setting, String key, List<?> list) {
    if (list.size() < setting.minSize() || list.size() > setting.maxSize()) {
      String rule =
          setting.minSize() == setting.maxSize()
              ? "must have " + elements(setting.minSize())
              : setting.maxSize() == Integer.MAX_VALUE
                  ? "must have at least " + elements(setting.minSize())
                  : "must have " + setting.minSize() + " to " + elements(setting.maxSize());
      problems.add(Problem.of(key, rule, list.size()));
    }
  }

  private static String elements(int count) {
    return count == 1 ? "1 element" : count + " elements";
  }

  private void checkNumber(Setting setting, String key, @Nullable Object value) {
    if (!(value instanceof Number number)) {
      return;
    }
    double x = number.doubleValue();
    boolean inside =
        x <= setting.max() && (setting.exclusiveMin() ? x > setting.min() : x >= setting.min());
    if (!inside || !Double.isFinite(x)) {
      String rule = inside ? "must be finite" : rule(setting);
      problems.add(Problem.of(key, rule, value instanceof Double ? number(x) : value));
    }
  }

  private static String rule(Setting setting) {
    if (setting.max() != Double.POSITIVE_INFINITY) {
      return setting.min() == Double.NEGATIVE_INFINITY
          ? "must be at most " + number(setting.max())
          : "must be in " + range(setting);
    }
    return setting.min() == Double.NEGATIVE_INFINITY
        ? "must be finite"
        : (setting.exclusiveMin() ? "must be greater than " : "must be at least ")
            + number(setting.min());
  }

  private static String number(double x) {
    if (Double.isInfinite(x)) {
      return x > 0 ? "inf" : "-inf";
    }
    return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
  }
}
