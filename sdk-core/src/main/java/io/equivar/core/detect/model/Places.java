package io.equivar.core.detect.model;

import io.equivar.core.detect.measure.Box;

/**
 * The places of a square map, each of which stands for the pixels around its centre.
 *
 * @param side number of places in a row
 * @param stride pixels from one to the next
 */
record Places(int side, int stride) {

  int count() {
    return side * side;
  }

  /** Returns the horizontal centre of a place, in pixels. */
  double x(int place) {
    int column = place % side;
    return (column + 0.5) * stride;
  }

  /** Returns the vertical centre of a place, in pixels. */
  double y(int place) {
    int row = place / side;
    return (row + 0.5) * stride;
  }

  /** Returns the place whose centre is nearest to a point. */
  int nearest(double x, double y) {
    int column = Math.max(0, Math.min(side - 1, (int) Math.floor(x / stride)));
    int row = Math.max(0, Math.min(side - 1, (int) Math.floor(y / stride)));
    return row * side + column;
  }

  /** Returns the box whose sides are at given distances from a place. */
  Box box(int place, double left, double top, double right, double bottom) {
    return new Box(x(place) - left, y(place) - top, x(place) + right, y(place) + bottom);
  }
}
