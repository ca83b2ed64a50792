package io.equivar.core.binding;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.config.Settings;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the constructors and accessors of configuration records. */
final class RecordConstruction {

  private RecordConstruction() {}

  /** Makes a record, or returns null and adds what its constructor or its annotations refuse. */
  static <R extends Record> @Nullable R construct(
      Class<R> type, @Nullable Object[] values, Problems problems) {
    // The annotations hold also where the constructor forgets to check them.
    List<Problem> outOfRange = outOfRange(type, values);
    try {
      R constructed = constructor(type).newInstance(values);
      problems.addAll(outOfRange);
      return outOfRange.isEmpty() ? constructed : null;
    } catch (InvocationTargetException e) {
      problems.addAll(refused(type, e.getCause(), outOfRange));
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    }
  }

  /** Returns what the annotations refuse, with keys relative to the record. */
  static List<Problem> outOfRange(Class<? extends Record> type, @Nullable Object[] values) {
    try {
      Settings.of(type, values).check();
      return List.of();
    } catch (ConfigurationException e) {
      return e.problems();
    }
  }

  /** Returns the value of a component. */
  static Object value(Record bound, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(bound);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static List<Problem> refused(
      Class<?> type, @Nullable Throwable cause, List<Problem> outOfRange) {
    if (cause instanceof ConfigurationException configuration) {
      return configuration.problems();
    }
    if (!outOfRange.isEmpty()) {
      return outOfRange;
    }
    if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
      return List.of(new Problem("", "is refused: " + cause.getMessage(), "", ""));
    }
    return List.of(
        new Problem("", "is refused: " + cause, "", "This is a defect of " + type.getName()));
  }

  private static <R extends Record> Constructor<R> constructor(Class<R> type)
      throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<R> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }
}
