package io.equivar.core.data.catalog;

import java.util.Locale;

/** What results on a data set are usually given as. */
public enum Metric {
  /** The share of test images whose class is told rightly. */
  TOP_1,
  /** That share within each class, averaged over the classes. */
  MEAN_PER_CLASS,
  /** The average precision of detected boxes. */
  AVERAGE_PRECISION;

  /** Returns the name for people. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
