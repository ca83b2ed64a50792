package io.equivar.plugin.standard;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/**
 * Blurs with a normalised Gaussian kernel, the image reflected at its borders (without repeating
 * the border itself), as torchvision's {@code GaussianBlur}. Column {@code sigma}, in pixels; the
 * identity is a sigma of 0.01, whose kernel is exactly 1 in the middle.
 */
final class GaussianBlur implements Transformation {

  private static final double SIGMA_OF_IDENTITY = 0.01;

  private final int radius;
  private final Range sigma;
  private final ParameterSpec parameters;

  GaussianBlur(GaussianBlurConfig config, CreationContext context) {
    ImageShape image = context.imageShape();
    this.radius = config.kernelSize() / 2;
    if (radius >= Math.min(image.height(), image.width())) {
      int largest = 2 * Math.min(image.height(), image.width()) - 1;
      throw new ConfigurationException(
          Problem.of(
                  "kernel-size",
                  "must be at most " + largest + " for images of " + image,
                  config.kernelSize())
              .within(context.location()));
    }
    this.sigma = Range.of(config.sigma());
    this.parameters =
        ParameterSpec.of(Column.continuous("sigma", SIGMA_OF_IDENTITY, sigma.max(), "pixels"));
  }

  @Override
  public ParameterSpec parameters() {
    return parameters;
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("sigma", sigma.sample(random));
  }

  @Override
  public boolean identity(Row row) {
    row.set("sigma", SIGMA_OF_IDENTITY);
    return true;
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    int height = Math.toIntExact(images.shape().get(1));
    int width = Math.toIntExact(images.shape().get(2));
    Operand<TFloat32> kernel = halfKernel(tf, parameters.column("sigma"));
    Operand<TFloat32> rows = matrices(tf, kernel, height);
    return g.images().separable(images, rows, height == width ? rows : matrices(tf, kernel, width));
  }

  /** Returns the kernel from its middle outwards, {@code [batch, radius + 1]}. */
  private Operand<TFloat32> halfKernel(Ops tf, Operand<TFloat32> sigma) {
    float[] exponents = new float[radius + 1];
    float[] multiplicities = new float[radius + 1];
    for (int distance = 0; distance <= radius; distance++) {
      exponents[distance] = -0.5f * distance * distance;
      multiplicities[distance] = distance == 0 ? 1 : 2;
    }
    Operand<TFloat32> variance = tf.reshape(tf.math.square(sigma), tf.constant(new int[] {-1, 1}));
    Operand<TFloat32> density = tf.math.exp(tf.math.div(tf.constant(exponents), variance));
    Operand<TFloat32> sum =
        tf.sum(
            tf.math.mul(density, tf.constant(multiplicities)), tf.constant(1), Sum.keepDims(true));
    return tf.math.div(density, sum);
  }

  /** Returns the products' matrices: the kernel times the constant shifts by every distance. */
  private Operand<TFloat32> matrices(Ops tf, Operand<TFloat32> kernel, int size) {
    float[] shifts = new float[(radius + 1) * size * size];
    for (int distance = 0; distance <= radius; distance++) {
      for (int i = 0; i < size; i++) {
        int row = (distance * size + i) * size;
        shifts[row + reflect(i + distance, size)] += 1;
        if (distance > 0) {
          shifts[row + reflect(i - distance, size)] += 1;
        }
      }
    }
    Operand<TFloat32> constant =
        tf.constant(Shape.of(radius + 1, (long) size * size), DataBuffers.of(shifts));
    return tf.reshape(tf.linalg.matMul(kernel, constant), tf.constant(new int[] {-1, size, size}));
  }

  private static int reflect(int place, int size) {
    int positive = Math.abs(place);
    return positive < size ? positive : 2 * (size - 1) - positive;
  }
}
