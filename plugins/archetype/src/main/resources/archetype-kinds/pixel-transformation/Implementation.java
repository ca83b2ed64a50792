package ${package};

import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.DrawnRow;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.PixelImage;
import io.equivar.api.transformation.PixelTransformation;
import io.equivar.api.transformation.Row;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Covers a disc of the image with grey. */
record ${className}(${className}Config config) implements PixelTransformation {

  /** Says what is random, in shares of the image, so that a row means the same at any size. */
  @Override
  public ParameterSpec parameters() {
    return ParameterSpec.of(
        Column.continuous("x", 0, 1, "of the image's width"),
        Column.continuous("y", 0, 1, "of the image's height"),
        Column.continuous(
            "radius", config.radius().get(0), config.radius().get(1), "of the shorter side"));
  }

  /** Draws from {@code random} alone. */
  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("x", random.nextDouble());
    row.set("y", random.nextDouble());
    double share = random.nextDouble();
    row.set("radius", (1 - share) * config.radius().get(0) + share * config.radius().get(1));
  }

  /** Changes one image, as {@code row} says and nothing else; called from several threads. */
  @Override
  public PixelImage apply(PixelImage image, DrawnRow row) {
    BufferedImage picture = image.toBufferedImage();
    double x = row.get("x") * picture.getWidth();
    double y = row.get("y") * picture.getHeight();
    double radius = row.get("radius") * Math.min(picture.getWidth(), picture.getHeight());
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setColor(Color.GRAY);
      graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    } finally {
      graphics.dispose();
    }
    return PixelImage.of(picture);
  }
}
