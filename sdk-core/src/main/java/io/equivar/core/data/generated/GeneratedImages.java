package io.equivar.core.data.generated;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.Factors;
import io.equivar.core.data.ImageSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Coloured shapes before textured backgrounds, for trying things out and for measuring what a
 * representation keeps. The class is the kind of the shape; all classes are equally frequent. The
 * factors are drawn independently of the class and of each other, but for the place, which keeps
 * the shape inside the image:
 *
 * <ul>
 *   <li>{@code size}: radius of the shape, uniform in [0.18, 0.32] of the image's side;
 *   <li>{@code x}, {@code y}: its centre, uniform in [size, 1 - size];
 *   <li>{@code hue}: its hue in turns, red at 0, uniform in [0, 1) unless other colours are given;
 *   <li>{@code rotation-degrees}: by how much it is turned clockwise, uniform in [-30, 30), so that
 *       no shape but circle and ring looks the same at two values.
 * </ul>
 *
 * <p>Shapes are pale on dark or dark on light, half of each. Background, colours' strength and
 * noise vary too, but faintly: what an image is recognised by shall be its shape. An image depends
 * on seed, split, index and size alone: it is the same on every machine. Images are drawn whenever
 * they are read.
 */
public final class GeneratedImages implements ImageSet {

  private static final List<ShapeKind> KINDS = List.of(ShapeKind.values());
  private static final List<String> CLASS_NAMES = KINDS.stream().map(ShapeKind::className).toList();

  private final int size;
  private final ImageShape shape;
  private final SceneRenderer renderer;
  private final ShapeColors colors;
  private final long key;

  /** Which images of a seed: no image of one split occurs in the other. */
  public enum Split {
    /** For training. */
    TRAINING(1),
    /** For testing. */
    TEST(2);

    private final long key;

    Split(long key) {
      this.key = key;
    }
  }

  /**
   * Makes a set.
   *
   * @param size the number of images, at least 1; a larger set starts with the smaller one's images
   * @param shape the size of the images
   * @param seed what the images depend on
   * @param split which images of the seed
   * @throws IllegalArgumentException if there are no images
   */
  public GeneratedImages(int size, ImageShape shape, long seed, Split split) {
    this(size, shape, seed, split, ShapeColors.DEFAULT);
  }

  /**
   * Makes a set of shapes of given colours.
   *
   * @param size the number of images, at least 1; a larger set starts with the smaller one's images
   * @param shape the size of the images
   * @param seed what the images depend on
   * @param split which images of the seed
   * @param colors of the shapes; all else is the same for all colours
   * @throws IllegalArgumentException if there are no images
   */
  public GeneratedImages(int size, ImageShape shape, long seed, Split split, ShapeColors colors) {
    if (size < 1) {
      throw new IllegalArgumentException("a generated set has at least 1 image, got " + size);
    }
    this.size = size;
    this.shape = shape;
    this.colors = colors;
    this.renderer = new SceneRenderer(shape);
    this.key = Hash.mix(Hash.mix(seed) + split.key);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    Objects.checkFromIndexSize(offset, imageBytes(), target.length);
    renderer.draw(scene(index), target, offset);
  }

  @Override
  public int label(int index) {
    return Objects.checkIndex(index, size) % KINDS.size();
  }

  @Override
  public List<String> classNames() {
    return CLASS_NAMES;
  }

  @Override
  public Optional<Factors> factors() {
    return Optional.of(
        Factors.of(
                Scene.FACTOR_NAMES,
                IntStream.range(0, size).mapToObj(image -> scene(image).factors()).toList())
            .withPeriod(Scene.HUE, 1));
  }

  @Override
  public void close() {}

  private Scene scene(int index) {
    return Scene.random(KINDS.get(label(index)), colors, Hash.mix(key + index));
  }
}
