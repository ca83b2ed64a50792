package io.equivar.core.data.published;

/**
 * An image as the files of a data set list it.
 *
 * @param name its path within the data set, with slashes
 * @param label its class, from 0
 * @param part what it is for
 */
public record ListedImage(String name, int label, Part part) {

  ListedImage as(Part other) {
    return new ListedImage(name, label, other);
  }
}
