package io.equivar.core.data.generated;

import io.equivar.api.graph.ImageShape;

/** Draws scenes. Outlines are antialiased by the distance of a pixel's centre to them. */
final class SceneRenderer {

  private final ImageShape shape;

  SceneRenderer(ImageShape shape) {
    this.shape = shape;
  }

  /** Draws a scene as bytes {@code [height, width, 3]} from {@code offset} on. */
  void draw(Scene scene, byte[] target, int offset) {
    double angle = StrictMath.toRadians(scene.rotationDegrees());
    double cosine = StrictMath.cos(angle);
    double sine = StrictMath.sin(angle);
    double pixel = 1.0 / Math.min(shape.height(), shape.width());
    int place = offset;
    for (int row = 0; row < shape.height(); row++) {
      double y = (row + 0.5) / shape.height();
      for (int column = 0; column < shape.width(); column++) {
        double x = (column + 0.5) / shape.width();
        double dx = (x - scene.x()) / scene.size();
        double dy = (y - scene.y()) / scene.size();
        Color color = scene.background().at(x, y);
        double reach = 1 + pixel / scene.size();
        if (dx * dx + dy * dy < reach * reach) {
          double distance = scene.kind().distance(cosine * dx + sine * dy, cosine * dy - sine * dx);
          double coverage = 0.5 - distance * scene.size() / pixel;
          color = color.mixed(scene.color(), Math.max(0, Math.min(1, coverage)));
        }
        double noise = scene.grain() * (Hash.cell(scene.key(), column, row) - 0.5);
        target[place++] = quantised(color.red() + noise);
        target[place++] = quantised(color.green() + noise);
        target[place++] = quantised(color.blue() + noise);
      }
    }
  }

  private static byte quantised(double value) {
    return (byte) (int) (255 * Math.max(0, Math.min(1, value)) + 0.5);
  }
}
