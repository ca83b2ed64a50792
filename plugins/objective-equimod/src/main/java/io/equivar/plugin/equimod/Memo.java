package io.equivar.plugin.equimod;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a value when it is first asked for, and keeps it. Not thread-safe. */
final class Memo<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private @Nullable T value;

  Memo(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }
}
