package io.equivar.core.detect.measure;

/** How the area under a curve of precision over recall is measured. */
public enum Interpolation {
  /** The exact area under the curve made monotone: VOC since 2010 (Everingham et al. 2015). */
  ALL_POINTS {
    @Override
    double area(double[] recalls, double[] envelope) {
      double area = 0;
      double before = 0;
      for (int i = 0; i < recalls.length; i++) {
        area += (recalls[i] - before) * envelope[i];
        before = recalls[i];
      }
      return area;
    }
  },

  /** The mean over the recalls 0, 0.1, ..., 1: VOC 2007 (Everingham et al. 2010). */
  ELEVEN_POINTS {
    @Override
    double area(double[] recalls, double[] envelope) {
      return mean(recalls, envelope, 10);
    }
  },

  /** The mean over the recalls 0, 0.01, ..., 1: COCO (Lin et al. 2014). */
  HUNDRED_AND_ONE_POINTS {
    @Override
    double area(double[] recalls, double[] envelope) {
      return mean(recalls, envelope, 100);
    }
  };

  /**
   * Returns the area.
   *
   * @param recalls ascending, in [0, 1]
   * @param envelope for each recall the highest precision at it or at a higher one
   */
  abstract double area(double[] recalls, double[] envelope);

  private static double mean(double[] recalls, double[] envelope, int steps) {
    double sum = 0;
    int place = 0;
    double width = 1.0 / steps;
    for (int step = 0; step <= steps; step++) {
      // Not step / steps: rounded as in the COCO API, so that the figures are the same to the bit.
      double recall = step == steps ? 1 : step * width;
      while (place < recalls.length && recalls[place] < recall) {
        place++;
      }
      if (place < recalls.length) {
        sum += envelope[place];
      }
    }
    return sum / (steps + 1);
  }
}
