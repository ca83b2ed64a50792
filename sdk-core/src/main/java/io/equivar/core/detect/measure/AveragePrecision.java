package io.equivar.core.detect.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Average precision: detections of a class are taken in the order of their scores; each is right if
 * it overlaps an object of the class by at least the threshold that no earlier one was right about.
 * The area under precision over recall, averaged over the classes that have objects.
 *
 * @param matching which object a detection is taken for
 * @param interpolation how the area is measured
 * @param mostDetections number of detections of a class in an image that count, the surest ones
 */
public record AveragePrecision(Matching matching, Interpolation interpolation, int mostDetections) {

  /** COCO's: 101 points, the 100 surest detections of an image. */
  public static final AveragePrecision COCO =
      new AveragePrecision(Matching.COCO, Interpolation.HUNDRED_AND_ONE_POINTS, 100);

  /** VOC's since 2010: the exact area. */
  public static final AveragePrecision VOC =
      new AveragePrecision(Matching.VOC, Interpolation.ALL_POINTS, Integer.MAX_VALUE);

  /** VOC's of 2007: eleven points. */
  public static final AveragePrecision VOC_2007 =
      new AveragePrecision(Matching.VOC, Interpolation.ELEVEN_POINTS, Integer.MAX_VALUE);

  private static final int COCO_THRESHOLDS = 10;

  /**
   * Returns the mean over the classes.
   *
   * @param threshold of the overlap, in (0, 1]
   * @return in [0, 1]; 0 if there is no object that counts
   */
  public double mean(List<TrueObject> objects, List<Detection> detections, double threshold) {
    return objects.stream()
        .filter(object -> !object.ignored())
        .mapToInt(TrueObject::label)
        .distinct()
        .mapToDouble(label -> ofClass(label, objects, detections, threshold).orElseThrow())
        .average()
        .orElse(0);
  }

  /** Returns the mean over the thresholds .5, .55, ..., .95 as well. */
  public double meanOverThresholds(List<TrueObject> objects, List<Detection> detections) {
    return IntStream.range(0, COCO_THRESHOLDS)
        .mapToDouble(i -> mean(objects, detections, 0.5 + 0.05 * i))
        .average()
        .orElseThrow();
  }

  /** Returns the average precision of a class; empty if it has no object that counts. */
  public OptionalDouble ofClass(
      int label, List<TrueObject> objects, List<Detection> detections, double threshold) {
    Map<Integer, List<TrueObject>> byImage = new HashMap<>();
    int counted = 0;
    for (TrueObject object : objects) {
      if (object.label() == label) {
        byImage.computeIfAbsent(object.image(), image -> new ArrayList<>()).add(object);
        counted += object.ignored() ? 0 : 1;
      }
    }
    if (counted == 0) {
      return OptionalDouble.empty();
    }
    // A stable sort: of equal scores, the earlier comes first.
    List<Detection> ranked =
        detections.stream()
            .filter(detection -> detection.label() == label)
            .sorted(Comparator.comparingDouble(detection -> -detection.score()))
            .toList();
    return OptionalDouble.of(area(ranked, byImage, counted, threshold));
  }

  private double area(
      List<Detection> ranked, Map<Integer, List<TrueObject>> byImage, int counted, double least) {
    Map<Integer, boolean[]> taken = new HashMap<>();
    Map<Integer, Integer> perImage = new HashMap<>();
    double[] recalls = new double[ranked.size()];
    double[] precisions = new double[ranked.size()];
    int points = 0;
    int right = 0;
    int wrong = 0;
    for (Detection detection : ranked) {
      if (perImage.merge(detection.image(), 1, Integer::sum) > mostDetections) {
        continue;
      }
      List<TrueObject> objects = byImage.getOrDefault(detection.image(), List.of());
      boolean[] marks =
          taken.computeIfAbsent(detection.image(), image -> new boolean[objects.size()]);
      int match = matching.match(detection.box(), objects, marks, least);
      if (match == Matching.NONE || (marks[match] && !objects.get(match).ignored())) {
        wrong++;
      } else if (objects.get(match).ignored()) {
        marks[match] = true;
        continue;
      } else {
        marks[match] = true;
        right++;
      }
      recalls[points] = (double) right / counted;
      precisions[points] = (double) right / (right + wrong);
      points++;
    }
    double[] envelope = Arrays.copyOf(precisions, points);
    for (int i = points - 2; i >= 0; i--) {
      envelope[i] = Math.max(envelope[i], envelope[i + 1]);
    }
    return interpolation.area(Arrays.copyOf(recalls, points), envelope);
  }
}
