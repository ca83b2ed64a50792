package io.equivar.core.data;

import io.equivar.api.graph.ImageShape;
import java.util.List;
import java.util.Objects;

/**
 * The images of one set followed by those of another, of the same size and with the same classes.
 * Closing it closes both.
 */
public final class JoinedImages implements ImageSet {

  private final ImageSet first;
  private final ImageSet second;

  /**
   * Joins two sets.
   *
   * @throws IllegalArgumentException if their images are not of one size
   */
  public JoinedImages(ImageSet first, ImageSet second) {
    if (!first.shape().equals(second.shape())) {
      throw new IllegalArgumentException(
          "images of " + first.shape() + " cannot be joined with images of " + second.shape());
    }
    this.first = first;
    this.second = second;
  }

  @Override
  public int size() {
    return first.size() + second.size();
  }

  @Override
  public ImageShape shape() {
    return first.shape();
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    Objects.checkIndex(index, size());
    if (index < first.size()) {
      first.read(index, target, offset);
    } else {
      second.read(index - first.size(), target, offset);
    }
  }

  @Override
  public int label(int index) {
    Objects.checkIndex(index, size());
    return index < first.size() ? first.label(index) : second.label(index - first.size());
  }

  @Override
  public List<String> classNames() {
    return first.classNames();
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }
}
