package io.equivar.core.detect.model;

import io.equivar.core.detect.measure.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Leaves one detection where several are of the same object: in the order of their scores, those
 * are dropped that overlap a kept one of the same class too much (non-maximum suppression).
 *
 * @param mostOverlap with a kept one
 * @param mostKept number that is kept at most
 */
record Suppression(double mostOverlap, int mostKept) {

  static final Suppression DEFAULT = new Suppression(0.6, 100);

  List<Detection> apply(List<Detection> ofAnImage) {
    List<Detection> kept = new ArrayList<>();
    ofAnImage.stream()
        .sorted(Comparator.comparingDouble(detection -> -detection.score()))
        .forEach(
            detection -> {
              boolean free =
                  kept.stream()
                      .noneMatch(
                          other ->
                              other.label() == detection.label()
                                  && other.box().overlap(detection.box()) > mostOverlap);
              if (free && kept.size() < mostKept) {
                kept.add(detection);
              }
            });
    return kept;
  }
}
