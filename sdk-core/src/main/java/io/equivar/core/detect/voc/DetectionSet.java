package io.equivar.core.detect.voc;

import io.equivar.core.data.ImageSet;
import io.equivar.core.detect.measure.TrueObject;
import java.util.List;

/**
 * Images fitted into squares, with the objects on them.
 *
 * @param images all of one size
 * @param objects of each image, boxes in pixels of the fitted image
 * @param scales of each image: what a pixel of the image as it was is in the fitted one
 * @param classNames in the order of the labels
 */
public record DetectionSet(
    ImageSet images, List<List<TrueObject>> objects, List<Double> scales, List<String> classNames)
    implements AutoCloseable {

  /** Copies the lists. */
  public DetectionSet {
    objects = objects.stream().map(List::copyOf).toList();
    scales = List.copyOf(scales);
    classNames = List.copyOf(classNames);
  }

  /** Returns the number of images. */
  public int size() {
    return images.size();
  }

  /** Returns the length of a side of the images. */
  public int side() {
    return images.shape().height();
  }

  @Override
  public void close() {
    images.close();
  }
}
