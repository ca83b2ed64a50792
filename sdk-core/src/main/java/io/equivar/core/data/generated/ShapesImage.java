package io.equivar.core.data.generated;

import io.equivar.api.graph.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An image of one to three shapes that do not touch, with the boxes around them, to try detection
 * with. Shapes, colours and backgrounds are those of {@link GeneratedImages}, the shapes smaller:
 * radii are uniform in [0.12, 0.22] of the image's side. An image depends on seed and size alone.
 *
 * @param pixels unsigned bytes {@code [side, side, 3]}, row-major, red first
 * @param shapes on it
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels, handed on and never compared.
public record ShapesImage(byte[] pixels, List<PlacedShape> shapes) {

  private static final double MIN_SIZE = 0.12;
  private static final double MAX_SIZE = 0.22;
  private static final int MOST_SHAPES = 3;
  private static final int TRIES = 40;

  /** The least brightness of what is drawn bright. */
  private static final double BRIGHT = 0.6;

  /** Copies the list. */
  public ShapesImage {
    shapes = List.copyOf(shapes);
  }

  /**
   * Draws an image.
   *
   * @param side height and width in pixels
   * @param seed what the image depends on
   */
  public static ShapesImage draw(int side, long seed) {
    SplittableRandom random = new SplittableRandom(Hash.mix(seed));
    List<Scene> scenes = scenes(random);
    ImageShape shape = ImageShape.square(side);
    byte[] pixels = new byte[3 * side * side];
    SceneRenderer renderer = new SceneRenderer(shape);
    renderer.draw(scenes, pixels, 0);
    List<PlacedShape> placed = new ArrayList<>();
    for (Scene scene : scenes) {
      placed.add(renderer.extent(scene));
    }
    return new ShapesImage(pixels, placed);
  }

  private static List<Scene> scenes(SplittableRandom random) {
    int wanted = 1 + random.nextInt(MOST_SHAPES);
    List<Scene> scenes = new ArrayList<>();
    for (int attempt = 0; attempt < TRIES && scenes.size() < wanted; attempt++) {
      ShapeKind[] kinds = ShapeKind.values();
      Scene drawn =
          Scene.random(kinds[random.nextInt(kinds.length)], ShapeColors.DEFAULT, random.nextLong());
      double size = MIN_SIZE + (MAX_SIZE - MIN_SIZE) * random.nextDouble();
      double x = size + (1 - 2 * size) * random.nextDouble();
      double y = size + (1 - 2 * size) * random.nextDouble();
      Scene scene = drawn.at(x, y, size);
      boolean fits =
          scenes.stream()
              .allMatch(other -> isBright(other) == isBright(scene) && apart(scene, other));
      if (fits) {
        scenes.add(scene);
      }
    }
    return scenes;
  }

  private static boolean isBright(Scene scene) {
    Color color = scene.color();
    return Math.max(color.red(), Math.max(color.green(), color.blue())) > BRIGHT;
  }

  private static boolean apart(Scene first, Scene second) {
    return Math.hypot(first.x() - second.x(), first.y() - second.y())
        > first.size() + second.size();
  }
}
