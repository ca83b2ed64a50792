package io.equivar.core.evaluate;

import java.util.Locale;

/** How predictions of classes are counted. */
public enum Accuracy {
  /** The share of images whose class was predicted. */
  TOP_1 {
    @Override
    public double of(int[] predictions, int[] labels) {
      int right = 0;
      for (int i = 0; i < labels.length; i++) {
        right += predictions[i] == labels[i] ? 1 : 0;
      }
      return (double) right / labels.length;
    }
  },

  /** That share within each class, averaged over the classes that there are. */
  MEAN_PER_CLASS {
    @Override
    public double of(int[] predictions, int[] labels) {
      int classes = 0;
      for (int label : labels) {
        classes = Math.max(classes, label + 1);
      }
      int[] right = new int[classes];
      int[] all = new int[classes];
      for (int i = 0; i < labels.length; i++) {
        all[labels[i]]++;
        right[labels[i]] += predictions[i] == labels[i] ? 1 : 0;
      }
      double sum = 0;
      int present = 0;
      for (int c = 0; c < classes; c++) {
        if (all[c] > 0) {
          sum += (double) right[c] / all[c];
          present++;
        }
      }
      return sum / present;
    }
  };

  /**
   * Counts.
   *
   * @param predictions a class for every image
   * @param labels the classes as they are, at least one
   * @return in [0, 1]
   */
  public abstract double of(int[] predictions, int[] labels);

  /** Returns the name for people. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
