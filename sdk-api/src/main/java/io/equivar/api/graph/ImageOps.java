package io.equivar.api.graph;

import io.equivar.api.Spi;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Image operations on whole batches, each with parameters per image, in the layouts and with the
 * kernels that are fast on CPU and GPU. Images are {@code float32 [batch, height, width, 3]}.
 */
@Spi(Spi.Role.CORE)
public interface ImageOps {

  /**
   * Applies one matrix per image along the rows and one along the columns: {@code y[b, :, :, c] =
   * R[b] x[b, :, :, c] C[b]^T}. Resizing, cropping, flipping and separable blurs are of this kind.
   *
   * @param rows {@code R}, {@code [batch, newHeight, height]}
   * @param columns {@code C}, {@code [batch, newWidth, width]}
   * @return {@code [batch, newHeight, newWidth, 3]}
   */
  Operand<TFloat32> separable(
      Operand<TFloat32> images, Operand<TFloat32> rows, Operand<TFloat32> columns);

  /**
   * Maps every pixel by an affine function of its colour: {@code y[b, i, j, :] = M[b] x[b, i, j, :]
   * + v[b]}.
   *
   * @param matrices {@code M}, {@code [batch, 3, 3]}
   * @param bias {@code v}, {@code [batch, 3]}
   */
  Operand<TFloat32> affineColor(
      Operand<TFloat32> images, Operand<TFloat32> matrices, Operand<TFloat32> bias);

  /**
   * Returns each channel's mean, {@code [batch, 3]}.
   *
   * @param images {@code [batch, height, width, 3]}
   */
  Operand<TFloat32> channelMeans(Operand<TFloat32> images);

  /**
   * Samples every image at the positions that a projective map gives: the output pixel {@code (x,
   * y)} takes the input at {@code ((a0 x + a1 y + a2) / k, (a3 x + a4 y + a5) / k)}, {@code k = a6
   * x + a7 y + 1}, in pixels, 0 being the centre of the first. Outside is black. No gradient flows
   * through it.
   *
   * @param maps {@code [batch, 8]}, the values {@code a0} to {@code a7}
   */
  Operand<TFloat32> warp(
      Operand<TFloat32> images, Operand<TFloat32> maps, Interpolation interpolation);

  /** Returns the images as planes, {@code [batch, 3, height, width]}. */
  Operand<TFloat32> toPlanes(Operand<TFloat32> images);

  /** Returns planes {@code [batch, 3, height, width]} as images. */
  Operand<TFloat32> fromPlanes(Operand<TFloat32> planes);

  /**
   * Multiplies matrices in batches with the fastest kernel.
   *
   * @param a {@code [batch, m, k]}, or {@code [batch, k, m]} if transposed
   * @param b {@code [batch, k, n]}, or {@code [batch, n, k]} if transposed
   * @return {@code [batch, m, n]}
   */
  Operand<TFloat32> batchProduct(
      Operand<TFloat32> a, boolean transposeA, Operand<TFloat32> b, boolean transposeB);

  /**
   * Sends each image through the branch that its group names, and puts the results back in order.
   * Groups may be empty.
   *
   * @param groups {@code int32 [batch]}, values in {@code [0, branches)}
   * @param branches what to do with the images of each group; each keeps height and width
   */
  Operand<TFloat32> byGroup(
      Operand<TFloat32> images, Operand<TInt32> groups, List<Branch> branches);

  /** How {@link ImageOps#warp} reads between pixels. */
  @Spi(Spi.Role.VALUE)
  enum Interpolation {
    /** The value of the closest pixel. */
    NEAREST,
    /** The weighted mean of the four pixels around. */
    BILINEAR
  }

  /** What is done to the images of one group. */
  @Spi(Spi.Role.PLUGIN)
  @FunctionalInterface
  interface Branch {

    /**
     * Adds the branch's operations.
     *
     * @param images the images of the group, {@code [n, height, width, 3]}, {@code n} unknown when
     *     the graph is built
     * @param rows their places in the whole batch, {@code int32 [n]}, to gather parameters with
     * @return {@code [n, height, width, 3]}
     */
    Operand<TFloat32> apply(Operand<TFloat32> images, Operand<TInt32> rows);
  }
}
