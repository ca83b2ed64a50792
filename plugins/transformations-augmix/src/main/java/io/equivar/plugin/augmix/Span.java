package io.equivar.plugin.augmix;

import java.util.Collection;

/** A closed range of magnitudes. */
record Span(double min, double max) {

  /** The magnitude of operations that have none. */
  static final Span NONE = new Span(0, 0);

  /** Returns {@code [-extent, extent]}. */
  static Span around(double extent) {
    return new Span(-extent, extent);
  }

  /** Returns the smallest range that holds 0 and all of {@code spans}. */
  static Span union(Collection<Span> spans) {
    return new Span(
        spans.stream().mapToDouble(Span::min).reduce(0, Math::min),
        spans.stream().mapToDouble(Span::max).reduce(0, Math::max));
  }
}
