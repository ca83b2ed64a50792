package io.equivar.core.binding;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the values of a type that {@link RecordBinder} does not know by itself.
 *
 * @param <T> the type
 */
public interface Codec<T> {

  /**
   * Makes a value.
   *
   * @param node not a {@link Node.Null}
   * @param type as the record component declares it, with its type arguments
   * @param problems where to say what is wrong
   * @return the value, or null if problems were added
   */
  @Nullable T read(Node node, Type type, Problems problems);

  /** Returns what {@link #read} makes an equal value of. */
  Node write(T value);
}
