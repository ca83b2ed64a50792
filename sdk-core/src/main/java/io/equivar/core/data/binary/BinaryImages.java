package io.equivar.core.data.binary;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.ImageSet;
import java.util.List;
import java.util.Objects;

/** The images of several files of one layout, one file after the other. */
final class BinaryImages implements ImageSet {

  private final ImageShape shape;
  private final int[] labels;
  private final List<String> classNames;
  // Emptied by close, so that the mappings can end.
  private volatile List<MappedRecords> files;

  /**
   * Makes a set.
   *
   * @param parts at least one, all with images of {@code shape}
   */
  BinaryImages(ImageShape shape, List<LabelledRecords> parts, List<String> classNames) {
    this.shape = shape;
    this.labels = parts.stream().flatMapToInt(LabelledRecords::labels).toArray();
    this.classNames = classNames;
    this.files = parts.stream().map(LabelledRecords::records).toList();
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the set is closed
   */
  @Override
  public void read(int index, byte[] target, int offset) {
    Objects.checkIndex(index, size());
    Objects.checkFromIndexSize(offset, imageBytes(), target.length);
    int place = index;
    for (MappedRecords file : files) {
      if (place < file.count()) {
        file.read(place, target, offset);
        return;
      }
      place -= file.count();
    }
    throw new IllegalStateException("the image set is closed");
  }

  @Override
  public int label(int index) {
    return labels[Objects.checkIndex(index, labels.length)];
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public void close() {
    List<MappedRecords> open = files;
    files = List.of();
    open.forEach(MappedRecords::close);
  }
}
