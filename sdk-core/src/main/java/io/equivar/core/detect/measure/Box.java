package io.equivar.core.detect.measure;

/**
 * A rectangle with sides along the axes; coordinates are pixels, continuous: a pixel reaches from
 * its number to the next.
 *
 * @param left of the left side
 * @param top of the upper side
 * @param right of the right side, at least {@code left}
 * @param bottom of the lower side, at least {@code top}
 */
public record Box(double left, double top, double right, double bottom) {

  /** Returns the area, 0 for a box without extent. */
  public double area() {
    return Math.max(0, right - left) * Math.max(0, bottom - top);
  }

  /** Returns the area of the intersection over that of the union, 0 if both are empty. */
  public double overlap(Box other) {
    double width = Math.min(right, other.right) - Math.max(left, other.left);
    double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    if (width <= 0 || height <= 0) {
      return 0;
    }
    double common = width * height;
    return common / (area() + other.area() - common);
  }

  /** Returns the box in an image that is {@code factor} times as large. */
  public Box scaled(double factor) {
    return new Box(left * factor, top * factor, right * factor, bottom * factor);
  }

  /** Returns the box in the mirrored image of a given width. */
  public Box mirrored(double width) {
    return new Box(width - right, top, width - left, bottom);
  }
}
