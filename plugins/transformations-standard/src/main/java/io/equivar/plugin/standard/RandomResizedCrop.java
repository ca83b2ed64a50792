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
 * Cuts out a rectangle of random area, shape and place and resizes it by antialiased linear
 * interpolation (Szegedy et al. 2015, section 6; torchvision's {@code RandomResizedCrop} and {@code
 * resized_crop} with {@code antialias=True}).
 *
 * <p>Drawn as there: area uniform, logarithm of width over height uniform, sides rounded to pixels,
 * place uniform; after ten rectangles that are larger than the image, the largest centred one of an
 * allowed shape. Columns {@code left}, {@code top}, {@code width} and {@code height}, as parts of
 * the image. The whole image is the identity where the size stays.
 */
final class RandomResizedCrop implements Transformation {

  private static final ParameterSpec PARAMETERS = ParameterSpec.of(PixelBox.columns());

  private final RandomResizedCropConfig config;
  private final ImageShape input;
  private final Range area;
  private final Range ratio;

  RandomResizedCrop(RandomResizedCropConfig config, ImageShape input) {
    this.config = config;
    this.input = input;
    this.area = Range.of(config.area());
    this.ratio = Range.of(config.ratio());
  }

  @Override
  public ParameterSpec parameters() {
    return PARAMETERS;
  }

  @Override
  public ImageShape outputShape(ImageShape given) {
    return config.outputShape(given);
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    PixelBox.sample(random, input, area, ratio, input.height(), input.width(), centralBox())
        .writeTo(row, input);
  }

  @Override
  public boolean identity(Row row) {
    PixelBox.whole(input).writeTo(row, input);
    return outputShape(input).equals(input);
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    int height = Math.toIntExact(images.shape().get(1));
    int width = Math.toIntExact(images.shape().get(2));
    ImageShape output = outputShape(new ImageShape(height, width));
    return g.images()
        .separable(
            images,
            new Axis(g.tf(), height)
                .resize(parameters.column("top"), parameters.column("height"), output.height()),
            new Axis(g.tf(), width)
                .resize(parameters.column("left"), parameters.column("width"), output.width()));
  }

  private PixelBox centralBox() {
    double shape = (double) input.width() / input.height();
    if (shape < ratio.min()) {
      int height = (int) Math.rint(input.width() / ratio.min());
      return PixelBox.centred(input, height, input.width());
    }
    if (shape > ratio.max()) {
      int width = (int) Math.rint(input.height() * ratio.max());
      return PixelBox.centred(input, input.height(), width);
    }
    return PixelBox.whole(input);
  }
}
