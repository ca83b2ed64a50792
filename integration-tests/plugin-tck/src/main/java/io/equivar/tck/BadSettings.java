package io.equivar.tck;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The values of a configuration record, one of which its {@link Setting} does not allow. The record
 * is made as Java code makes it, since the core checks annotations itself where it reads a file.
 */
final class BadSettings {

  private final Class<? extends Record> type;
  private final Object[] values;
  private final String key;
  private final Object bad;

  private BadSettings(Class<? extends Record> type, Object[] values, int index, Object bad) {
    this.type = type;
    this.values = values.clone();
    this.values[index] = bad;
    this.key = Settings.key(type.getRecordComponents()[index].getName());
    this.bad = bad;
  }

  /** Returns a case for every bound of every setting, inner records included. */
  static List<BadSettings> of(Record good) {
    List<BadSettings> cases = new ArrayList<>();
    RecordComponent[] components = good.getClass().getRecordComponents();
    Object[] values = Arrays.stream(components).map(part -> value(good, part)).toArray();
    for (int i = 0; i < components.length; i++) {
      Setting setting = components[i].getAnnotation(Setting.class);
      List<?> inner = values[i] instanceof List<?> list ? list : List.of(values[i]);
      inner.forEach(
          element -> {
            if (element instanceof Record nested) {
              cases.addAll(of(nested));
            }
          });
      if (setting != null) {
        for (Object bad : badValues(setting, components[i], values[i])) {
          cases.add(new BadSettings(good.getClass(), values, i, bad));
        }
      }
    }
    return cases;
  }

  /** Returns the setting that is to be named, relative to its record. */
  String key() {
    return key;
  }

  /** Calls the record's constructor; throws what it throws. */
  void construct() throws Throwable {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    try {
      constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static List<Object> badValues(Setting setting, RecordComponent component, Object value) {
    if (!(value instanceof List<?> list)) {
      return badNumbers(setting, component.getType());
    }
    List<Object> bad = new ArrayList<>();
    if (component.getGenericType() instanceof ParameterizedType listType
        && listType.getActualTypeArguments()[0] instanceof Class<?> element) {
      for (Object number : badNumbers(setting, element)) {
        List<Object> changed = new ArrayList<>(list);
        changed.add(0, number);
        // As many as before, where there were any: only the number is to be wrong.
        bad.add(list.isEmpty() ? List.of(number) : changed.subList(0, list.size()));
      }
    }
    if (setting.minSize() > 0) {
      bad.add(list.subList(0, setting.minSize() - 1));
    }
    if (setting.maxSize() < Integer.MAX_VALUE && !list.isEmpty()) {
      bad.add(Collections.nCopies(setting.maxSize() + 1, list.get(0)));
    }
    return bad;
  }

  private static List<Object> badNumbers(Setting setting, Class<?> type) {
    List<Double> bad = new ArrayList<>();
    if (setting.min() != Double.NEGATIVE_INFINITY) {
      bad.add(setting.exclusiveMin() ? setting.min() : setting.min() - 1);
    }
    if (setting.max() != Double.POSITIVE_INFINITY) {
      bad.add(setting.max() + 1);
    }
    if (type == double.class || type == Double.class) {
      bad.add(Double.NaN);
      return List.copyOf(bad);
    }
    if (type == long.class || type == Long.class) {
      return bad.stream().<Object>map(Double::longValue).toList();
    }
    return type == int.class || type == Integer.class
        ? bad.stream().<Object>map(Double::intValue).toList()
        : List.of();
  }

  private static Object value(Record bound, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(bound);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  @Override
  public String toString() {
    return type.getSimpleName() + " with " + key + " = " + bad;
  }
}
