package io.equivar.core.data;

import io.equivar.api.graph.ImageShape;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** A copy of a set in the Java heap, for sets whose images are slow to make. */
final class HeldImages implements ImageSet {

  private final ImageSet source;
  private final byte[] pixels;

  private HeldImages(ImageSet source, byte[] pixels) {
    this.source = source;
    this.pixels = pixels;
  }

  /**
   * Copies a set on all cores, unless it is larger than {@code mostBytes}.
   *
   * @return the copy, which closes {@code source} when it is closed, or {@code source} itself
   */
  static ImageSet of(ImageSet source, int mostBytes) {
    int imageBytes = source.imageBytes();
    if ((long) source.size() * imageBytes > mostBytes) {
      return source;
    }
    byte[] pixels = new byte[source.size() * imageBytes];
    IntStream.range(0, source.size())
        .parallel()
        .forEach(image -> source.read(image, pixels, image * imageBytes));
    return new HeldImages(source, pixels);
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public ImageShape shape() {
    return source.shape();
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    int first = Objects.checkIndex(index, size()) * imageBytes();
    System.arraycopy(pixels, first, target, offset, imageBytes());
  }

  @Override
  public int label(int index) {
    return source.label(index);
  }

  @Override
  public List<String> classNames() {
    return source.classNames();
  }

  @Override
  public Optional<Factors> factors() {
    return source.factors();
  }

  @Override
  public void close() {
    source.close();
  }
}
