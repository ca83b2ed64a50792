package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Paints a square of fixed size in one colour (Cutout, DeVries and Taylor 2017). Its centre is any
 * pixel, so that a part of the square may lie outside; {@link RandomErasing} instead draws size and
 * shape, and lies inside. Columns {@code left}, {@code top}, {@code width} and {@code height} of
 * the part inside, as parts of the image; a rectangle without width and height is the identity.
 */
final class CutOut implements Transformation {

  private static final ParameterSpec PARAMETERS = ParameterSpec.of(PixelBox.columns());

  private final BoxPainter painter;
  private final ImageShape input;
  private final int halfSide;

  CutOut(CutOutConfig config, ImageShape input) {
    this.painter = new BoxPainter(config.fill(), config.value());
    this.input = input;
    long side = Math.round(config.side() * Math.min(input.height(), input.width()));
    this.halfSide = Math.max(1, (int) (side / 2));
  }

  @Override
  public ParameterSpec parameters() {
    return PARAMETERS;
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    int centreY = random.nextInt(input.height());
    int centreX = random.nextInt(input.width());
    int top = Math.max(0, centreY - halfSide);
    int left = Math.max(0, centreX - halfSide);
    int bottom = Math.min(input.height(), centreY + halfSide);
    int right = Math.min(input.width(), centreX + halfSide);
    new PixelBox(top, left, bottom - top, right - left).writeTo(row, input);
  }

  @Override
  public boolean identity(Row row) {
    PixelBox.NONE.writeTo(row, input);
    return true;
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    return painter.apply(g, images, parameters);
  }
}
