package io.equivar.core.data.binary;

import io.equivar.api.graph.ImageShape;

/**
 * What a file has for each image: labels, then a red, a green and a blue plane.
 *
 * @param labelBytes the number of labels, of a byte each; the last is the class
 * @param shape the size of the planes
 * @param order the order of the pixels in a plane
 */
record RecordLayout(int labelBytes, ImageShape shape, PlaneOrder order) {

  /** Returns the number of bytes for an image. */
  int recordBytes() {
    return labelBytes + 3 * shape.height() * shape.width();
  }
}
