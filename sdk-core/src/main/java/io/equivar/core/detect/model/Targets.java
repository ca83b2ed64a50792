package io.equivar.core.detect.model;

import io.equivar.core.detect.measure.Box;
import io.equivar.core.detect.measure.TrueObject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the head is to say of a batch. A place belongs to the smallest object in whose box it lies,
 * within 1.5 strides of the box's centre (centre sampling), and the place nearest to the centre of
 * an object to that in any case. Places in boxes that are ignored, and of no object, do not count.
 */
final class Targets {

  private static final double REACH_STRIDES = 1.5;

  private final Places places;
  private final int classes;
  private final float[] logits;
  private final float[] counted;
  private final float[] positive;
  private final float[] distances;
  private final float[] centrality;

  Targets(Places places, int classes, int batchSize) {
    this.places = places;
    this.classes = classes;
    int all = batchSize * places.count();
    logits = new float[all * classes];
    counted = new float[all];
    positive = new float[all];
    distances = new float[all * 4];
    centrality = new float[all];
    Arrays.fill(counted, 1);
    Arrays.fill(distances, 1);
  }

  /** Puts the objects of an image. */
  void put(int image, List<TrueObject> objects) {
    int first = image * places.count();
    for (TrueObject object : objects) {
      if (object.ignored()) {
        for (int place = 0; place < places.count(); place++) {
          if (smallestSide(object.box(), place) > 0) {
            counted[first + place] = 0;
          }
        }
      }
    }
    // The largest first, so that smaller ones take its places.
    List<TrueObject> byArea =
        objects.stream()
            .filter(object -> !object.ignored())
            .sorted(Comparator.comparingDouble(object -> -object.box().area()))
            .toList();
    byArea.forEach(object -> assign(first, object, false));
    byArea.forEach(object -> assign(first, object, true));
  }

  private void assign(int first, TrueObject object, boolean nearestOnly) {
    Box box = object.box();
    double x = (box.left() + box.right()) / 2;
    double y = (box.top() + box.bottom()) / 2;
    if (nearestOnly) {
      set(first, places.nearest(x, y), object);
      return;
    }
    double reach = REACH_STRIDES * places.stride();
    for (int place = 0; place < places.count(); place++) {
      if (Math.abs(places.x(place) - x) < reach
          && Math.abs(places.y(place) - y) < reach
          && smallestSide(box, place) > 0) {
        set(first, place, object);
      }
    }
  }

  private double smallestSide(Box box, int place) {
    double x = places.x(place);
    double y = places.y(place);
    return Math.min(
        Math.min(x - box.left(), box.right() - x), Math.min(y - box.top(), box.bottom() - y));
  }

  private void set(int first, int place, TrueObject object) {
    int at = first + place;
    Arrays.fill(logits, at * classes, (at + 1) * classes, 0);
    logits[at * classes + object.label()] = 1;
    counted[at] = 1;
    positive[at] = 1;
    Box box = object.box();
    // A small box may not hold the centre of its place: then a side is as near as can be said.
    double least = 0.01 * places.stride();
    double left = Math.max(least, places.x(place) - box.left());
    double top = Math.max(least, places.y(place) - box.top());
    double right = Math.max(least, box.right() - places.x(place));
    double bottom = Math.max(least, box.bottom() - places.y(place));
    distances[4 * at] = (float) left;
    distances[4 * at + 1] = (float) top;
    distances[4 * at + 2] = (float) right;
    distances[4 * at + 3] = (float) bottom;
    double across = Math.min(left, right) / Math.max(left, right);
    double down = Math.min(top, bottom) / Math.max(top, bottom);
    centrality[at] = (float) Math.sqrt(across * down);
  }

  /** One where the class is, {@code [batch, places, places, classes]}. */
  float[] logits() {
    return logits;
  }

  /** One where the class is known, {@code [batch, places, places]}. */
  float[] counted() {
    return counted;
  }

  /** One where there is an object, {@code [batch, places, places]}. */
  float[] positive() {
    return positive;
  }

  /** Left, top, right, bottom in pixels, {@code [batch, places, places, 4]}. */
  float[] distances() {
    return distances;
  }

  /** How central a place is, in [0, 1], {@code [batch, places, places]}. */
  float[] centrality() {
    return centrality;
  }

  /** Returns the number of places with an object, at least 1. */
  float positives() {
    float sum = 0;
    for (float value : positive) {
      sum += value;
    }
    return Math.max(1, sum);
  }
}
