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
 * Paints a rectangle of random area, shape and place in one colour (Zhong et al. 2017). Drawn as by
 * torchvision's {@code RandomErasing}: area uniform, logarithm of height over width uniform, sides
 * rounded to pixels and smaller than the image's; after ten rectangles that are too large nothing
 * is erased. Columns {@code left}, {@code top}, {@code width} and {@code height}, as parts of the
 * image; a rectangle without width and height is the identity.
 */
final class RandomErasing implements Transformation {

  private static final ParameterSpec PARAMETERS = ParameterSpec.of(PixelBox.columns());

  private final BoxPainter painter;
  private final ImageShape input;
  private final Range area;
  private final Range widthOverHeight;

  RandomErasing(RandomErasingConfig config, ImageShape input) {
    this.painter = new BoxPainter(config.fill(), config.value());
    this.input = input;
    this.area = Range.of(config.area());
    Range heightOverWidth = Range.of(config.ratio());
    this.widthOverHeight = new Range(1 / heightOverWidth.max(), 1 / heightOverWidth.min());
  }

  @Override
  public ParameterSpec parameters() {
    return PARAMETERS;
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    PixelBox.sample(
            random,
            input,
            area,
            widthOverHeight,
            input.height() - 1,
            input.width() - 1,
            PixelBox.NONE)
        .writeTo(row, input);
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
