package io.equivar.core.image;

import io.equivar.api.graph.ImageOps;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.Scope;
import org.tensorflow.op.image.ImageProjectiveTransformV3;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The image operations. Sizes of images must be known when the graph is built, that of the batch
 * need not be.
 *
 * <p>Why it is fast: products run in oneDNN or cuBLAS; nothing is broadcast or reduced over an
 * innermost axis of three colours; and the results that come about as planes are passed on as
 * planes to the next operation that can use them ({@link PlanarImages}), so that a chain of
 * transformations pays for few changes of the layout.
 */
public final class CoreImageOps implements ImageOps {

  private final Ops tf;

  /**
   * Makes the operations for one place in a graph.
   *
   * @param tf names and scope of all operations that are added
   */
  public CoreImageOps(Ops tf) {
    this.tf = tf;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Both products transpose as they go: images become planes and planes become images, without a
   * pass of its own.
   */
  @Override
  public Operand<TFloat32> separable(
      Operand<TFloat32> images, Operand<TFloat32> rows, Operand<TFloat32> columns) {
    long height = size(images, 1);
    long width = size(images, 2);
    long newHeight = size(rows, 1);
    long newWidth = size(columns, 1);
    if (images instanceof PlanarImages planar) {
      Operand<TFloat32> x = reshape(planar.planes(), 3 * height, width);
      Operand<TFloat32> byColumn = batchProduct(columns, false, x, true);
      x = reshape(byColumn, newWidth * 3, height);
      return reshape(batchProduct(rows, false, x, true), newHeight, newWidth, 3);
    }
    Operand<TFloat32> x = reshape(images, height, width * 3);
    Operand<TFloat32> byRow = batchProduct(x, true, rows, true);
    x = reshape(byRow, width, 3 * newHeight);
    return fromPlanes(reshape(batchProduct(x, true, columns, true), 3, newHeight, newWidth));
  }

  @Override
  public Operand<TFloat32> affineColor(
      Operand<TFloat32> images, Operand<TFloat32> matrices, Operand<TFloat32> bias) {
    long height = size(images, 1);
    long width = size(images, 2);
    Operand<TFloat32> colors = reshape(toPlanes(images), 3, height * width);
    Operand<TFloat32> mapped =
        tf.math.add(batchProduct(matrices, false, colors, false), reshape(bias, 3, 1));
    return fromPlanes(reshape(mapped, 3, height, width));
  }

  @Override
  public Operand<TFloat32> channelMeans(Operand<TFloat32> images) {
    long height = size(images, 1);
    long width = size(images, 2);
    if (images instanceof PlanarImages planar) {
      return tf.math.mean(reshape(planar.planes(), 3, height * width), tf.constant(2));
    }
    Operand<TFloat32> rowMeans = tf.math.mean(reshape(images, height, width * 3), tf.constant(1));
    return tf.math.mean(reshape(rowMeans, width, 3), tf.constant(1));
  }

  @Override
  public Operand<TFloat32> warp(
      Operand<TFloat32> images, Operand<TFloat32> maps, Interpolation interpolation) {
    int height = Math.toIntExact(size(images, 1));
    int width = Math.toIntExact(size(images, 2));
    return tf.image.imageProjectiveTransformV3(
        images,
        maps,
        tf.constant(new int[] {height, width}),
        tf.constant(0f),
        interpolation.name(),
        ImageProjectiveTransformV3.fillMode("CONSTANT"));
  }

  @Override
  public Operand<TFloat32> toPlanes(Operand<TFloat32> images) {
    return images instanceof PlanarImages planar
        ? planar.planes()
        : tf.linalg.transpose(images, tf.constant(new int[] {0, 3, 1, 2}));
  }

  @Override
  public Operand<TFloat32> fromPlanes(Operand<TFloat32> planes) {
    return new PlanarImages(tf, planes);
  }

  /**
   * {@inheritDoc}
   *
   * <p>It is BatchMatMulV2, which {@link Ops} does not offer: version 3 takes three times as long
   * on the CPU.
   */
  @Override
  public Operand<TFloat32> batchProduct(
      Operand<TFloat32> a, boolean transposeA, Operand<TFloat32> b, boolean transposeB) {
    Scope scope = tf.scope();
    Operation product =
        scope
            .opBuilder("BatchMatMulV2", "BatchMatMulV2")
            .addInput(a.asOutput())
            .addInput(b.asOutput())
            .setAttr("adj_x", transposeA)
            .setAttr("adj_y", transposeB)
            .build();
    return product.output(0);
  }

  @Override
  public Operand<TFloat32> byGroup(
      Operand<TFloat32> images, Operand<TInt32> groups, List<Branch> branches) {
    Operand<TInt32> places = tf.range(tf.constant(0), tf.size(groups), tf.constant(1));
    long count = branches.size();
    List<Operand<TFloat32>> parts = new ArrayList<>();
    List<Operand<TInt32>> rows = new ArrayList<>();
    tf.dynamicPartition(places, groups, count).forEach(rows::add);
    if (images instanceof PlanarImages planar) {
      tf.dynamicPartition(planar.planes(), groups, count)
          .forEach(planes -> parts.add(fromPlanes(planes)));
    } else {
      tf.dynamicPartition(images, groups, count).forEach(parts::add);
    }
    List<Operand<TFloat32>> results = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      results.add(branches.get(i).apply(parts.get(i), rows.get(i)));
    }
    if (results.stream().allMatch(PlanarImages.class::isInstance)) {
      Operand<TFloat32> planes =
          tf.dynamicStitch(rows, results.stream().map(this::toPlanes).toList());
      return fromPlanes(
          tf.ensureShape(
              planes, Shape.of(images.shape().get(0), 3, size(images, 1), size(images, 2))));
    }
    return tf.ensureShape(tf.dynamicStitch(rows, results), images.shape());
  }

  /**
   * Chooses between two versions of every image. Both are computed.
   *
   * @param coin {@code [batch]}, 1 for the images to take from {@code heads}, else 0
   * @param heads {@code [batch, height, width, 3]}
   * @param tails of the same shape
   */
  public Operand<TFloat32> choose(
      Operand<TFloat32> coin, Operand<TFloat32> heads, Operand<TFloat32> tails) {
    long height = size(heads, 1);
    long width = size(heads, 2);
    // Broadcast along one long axis: along three short ones it takes ten times as long.
    Operand<TBool> takeHeads =
        tf.math.greater(tf.reshape(coin, tf.constant(new int[] {-1, 1})), tf.constant(0.5f));
    if (heads instanceof PlanarImages || tails instanceof PlanarImages) {
      Operand<TFloat32> planes =
          tf.select(
              takeHeads,
              reshape(toPlanes(heads), 3 * height * width),
              reshape(toPlanes(tails), 3 * height * width));
      return fromPlanes(reshape(planes, 3, height, width));
    }
    return reshape(
        tf.select(
            takeHeads, reshape(heads, height * width * 3), reshape(tails, height * width * 3)),
        height,
        width,
        3);
  }

  private Operand<TFloat32> reshape(Operand<TFloat32> x, long... sizesOfOneImage) {
    long[] sizes = new long[sizesOfOneImage.length + 1];
    sizes[0] = -1;
    System.arraycopy(sizesOfOneImage, 0, sizes, 1, sizesOfOneImage.length);
    return tf.reshape(x, tf.constant(sizes));
  }

  private static long size(Operand<TFloat32> x, int axis) {
    long size = x.shape().get(axis);
    if (size < 0) {
      throw new IllegalArgumentException(
          "axis " + axis + " must have a known size when the graph is built, got " + x.shape());
    }
    return size;
  }
}
