package io.equivar.core.data.generated;

import io.equivar.api.graph.ImageShape;
import java.util.List;

/** Draws scenes. Outlines are antialiased by the distance of a pixel's centre to them. */
final class SceneRenderer {

  private final ImageShape shape;

  SceneRenderer(ImageShape shape) {
    this.shape = shape;
  }

  /** Draws a scene as bytes {@code [height, width, 3]} from {@code offset} on. */
  void draw(Scene scene, byte[] target, int offset) {
    draw(List.of(scene), target, offset);
  }

  /** Draws the shapes of several scenes before the background of the first. */
  void draw(List<Scene> scenes, byte[] target, int offset) {
    Scene first = scenes.get(0);
    List<Stencil> stencils = scenes.stream().map(Stencil::new).toList();
    int place = offset;
    for (int row = 0; row < shape.height(); row++) {
      double y = (row + 0.5) / shape.height();
      for (int column = 0; column < shape.width(); column++) {
        double x = (column + 0.5) / shape.width();
        Color color = first.background().at(x, y);
        for (Stencil stencil : stencils) {
          double coverage = stencil.coverage(x, y);
          if (coverage > 0) {
            color = color.mixed(stencil.scene.color(), coverage);
          }
        }
        double noise = first.grain() * (Hash.cell(first.key(), column, row) - 0.5);
        target[place++] = quantised(color.red() + noise);
        target[place++] = quantised(color.green() + noise);
        target[place++] = quantised(color.blue() + noise);
      }
    }
  }

  /** Returns which pixels the shape of a scene covers at least by half. */
  PlacedShape extent(Scene scene) {
    Stencil stencil = new Stencil(scene);
    int left = shape.width();
    int top = shape.height();
    int right = -1;
    int bottom = -1;
    for (int row = 0; row < shape.height(); row++) {
      double y = (row + 0.5) / shape.height();
      for (int column = 0; column < shape.width(); column++) {
        double x = (column + 0.5) / shape.width();
        if (stencil.coverage(x, y) >= 0.5) {
          left = Math.min(left, column);
          top = Math.min(top, row);
          right = Math.max(right, column);
          bottom = Math.max(bottom, row);
        }
      }
    }
    return new PlacedShape(scene.kind(), left, top, right, bottom);
  }

  /** Where the shape of a scene is. */
  private final class Stencil {

    private final Scene scene;
    private final double cosine;
    private final double sine;
    private final double pixel;

    Stencil(Scene scene) {
      this.scene = scene;
      double angle = StrictMath.toRadians(scene.rotationDegrees());
      this.cosine = StrictMath.cos(angle);
      this.sine = StrictMath.sin(angle);
      this.pixel = 1.0 / Math.min(shape.height(), shape.width());
    }

    /** Returns by how much the shape covers a pixel, in [0, 1]. */
    double coverage(double x, double y) {
      double dx = (x - scene.x()) / scene.size();
      double dy = (y - scene.y()) / scene.size();
      double reach = 1 + pixel / scene.size();
      if (dx * dx + dy * dy >= reach * reach) {
        return 0;
      }
      double distance = scene.kind().distance(cosine * dx + sine * dy, cosine * dy - sine * dx);
      return Math.max(0, Math.min(1, 0.5 - distance * scene.size() / pixel));
    }
  }

  private static byte quantised(double value) {
    return (byte) (int) (255 * Math.max(0, Math.min(1, value)) + 0.5);
  }
}
