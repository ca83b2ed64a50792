package io.equivar.core.data.generated;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What a generated image shows. Lengths are relative to the image's side, so that a scene can be
 * drawn at any size.
 *
 * @param kind the shape
 * @param x the shape's centre from the left, in [0, 1]
 * @param y the shape's centre from the top, in [0, 1]
 * @param size the radius of the circle around the shape
 * @param hue the shape's hue in turns, in [0, 1), red at 0
 * @param rotationDegrees by how much the shape is turned, clockwise
 * @param color the shape's colour, of that hue
 * @param background what is behind it
 * @param grain how strong the noise of single pixels is, in [0, 1]
 * @param key what the noise depends on
 */
record Scene(
    ShapeKind kind,
    double x,
    double y,
    double size,
    double hue,
    double rotationDegrees,
    Color color,
    Background background,
    double grain,
    long key) {

  /** The name of the hue, in turns. */
  static final String HUE = "hue";

  /** The names of {@link #factors()}. */
  static final List<String> FACTOR_NAMES = List.of("x", "y", "size", HUE, "rotation-degrees");

  static final double MIN_SIZE = 0.18;
  static final double MAX_SIZE = 0.32;
  static final double MAX_ROTATION_DEGREES = 30;

  /**
   * Draws a scene.
   *
   * @param kind the class; nothing else depends on it
   * @param colors what the shape's colour is drawn from
   * @param seed what everything else depends on
   */
  static Scene random(ShapeKind kind, ShapeColors colors, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double size = between(random, MIN_SIZE, MAX_SIZE);
    double x = between(random, size, 1 - size);
    double y = between(random, size, 1 - size);
    double hue = colors.randomHue(random);
    double rotation = between(random, -MAX_ROTATION_DEGREES, MAX_ROTATION_DEGREES);
    boolean bright = random.nextBoolean();
    double brightness = bright ? between(random, 0.7, 1) : between(random, 0.3, 0.5);
    Color color = Color.ofHsv(hue, colors.randomSaturation(random), brightness);
    return new Scene(
        kind,
        x,
        y,
        size,
        hue,
        rotation,
        color,
        background(random, bright ? 0.2 : 0.6),
        random.nextDouble(0.15),
        random.nextLong());
  }

  /** Returns this scene with the shape elsewhere, in another size. */
  Scene at(double otherX, double otherY, double otherSize) {
    return new Scene(
        kind, otherX, otherY, otherSize, hue, rotationDegrees, color, background, grain, key);
  }

  /** Returns what describes the shape, besides its class. */
  double[] factors() {
    return new double[] {x, y, size, hue, rotationDegrees};
  }

  /**
   * Faint: else images could be told apart by it, and nothing would have to be seen of the shape.
   */
  private static Background background(SplittableRandom random, double darkest) {
    Background.Pattern[] patterns = Background.Pattern.values();
    double angle = random.nextDouble() * 2 * Math.PI;
    double hue = random.nextDouble();
    double saturation = between(random, 0, 0.1);
    double brightness = between(random, darkest, darkest + 0.25);
    double contrast = between(random, 0.03, 0.1);
    return new Background(
        patterns[random.nextInt(patterns.length)],
        Color.ofHsv(hue, saturation, brightness),
        Color.ofHsv(hue, saturation, brightness + contrast),
        between(random, 1.5, 7),
        StrictMath.cos(angle),
        StrictMath.sin(angle),
        random.nextDouble(),
        random.nextLong());
  }

  private static double between(SplittableRandom random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
