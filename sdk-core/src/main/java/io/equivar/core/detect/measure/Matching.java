package io.equivar.core.detect.measure;

import java.util.List;

/** Which annotated object a detection is taken for. */
public enum Matching {
  /**
   * The one that it overlaps most, whether another was taken for it or not; a second detection of
   * an object is wrong (the VOC development kit).
   */
  VOC {
    @Override
    int match(Box box, List<TrueObject> objects, boolean[] taken, double least) {
      int best = NONE;
      double most = -1;
      for (int i = 0; i < objects.size(); i++) {
        double overlap = box.overlap(objects.get(i).box());
        if (overlap > most) {
          most = overlap;
          best = i;
        }
      }
      return most >= least ? best : NONE;
    }
  },

  /**
   * The one that it overlaps most among those that are not taken yet, those that are ignored only
   * where there is no other (the COCO API).
   */
  COCO {
    @Override
    int match(Box box, List<TrueObject> objects, boolean[] taken, double least) {
      int best = NONE;
      double most = Math.min(least, 1 - 1e-10);
      for (int i = 0; i < objects.size(); i++) {
        boolean ignored = objects.get(i).ignored();
        boolean instead = best != NONE && !objects.get(best).ignored() && ignored;
        if (taken[i] || instead) {
          continue;
        }
        double overlap = box.overlap(objects.get(i).box());
        boolean rather = best != NONE && objects.get(best).ignored() && !ignored;
        if (overlap >= (rather ? least : most)) {
          most = overlap;
          best = i;
        }
      }
      return best;
    }
  };

  /** What {@link #match} returns for a detection of nothing. */
  static final int NONE = -1;

  /**
   * Finds the object of a detection.
   *
   * @param objects of the detection's image and class
   * @param taken marks those of an earlier detection
   * @param least the overlap that is needed
   * @return its place, or {@link #NONE}
   */
  abstract int match(Box box, List<TrueObject> objects, boolean[] taken, double least);
}
