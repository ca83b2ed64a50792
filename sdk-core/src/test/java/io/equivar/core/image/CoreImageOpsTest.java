package io.equivar.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageOps.Interpolation;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class CoreImageOpsTest {

  private static final int BATCH = 3;
  private static final int HEIGHT = 5;
  private static final int WIDTH = 7;

  private final float[] images = random(BATCH * HEIGHT * WIDTH * 3, 1);

  @Test
  void separableAppliesOneMatrixPerImageAlongRowsAndColumns() {
    float[] rows = random(BATCH * 2 * HEIGHT, 2);
    float[] columns = random(BATCH * 4 * WIDTH, 3);
    float[] expected = new float[BATCH * 2 * 4 * 3];
    for (int b = 0; b < BATCH; b++) {
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 4; j++) {
          for (int c = 0; c < 3; c++) {
            double sum = 0;
            for (int y = 0; y < HEIGHT; y++) {
              for (int x = 0; x < WIDTH; x++) {
                sum +=
                    rows[(b * 2 + i) * HEIGHT + y]
                        * columns[(b * 4 + j) * WIDTH + x]
                        * images[at(b, y, x, c)];
              }
            }
            expected[((b * 2 + i) * 4 + j) * 3 + c] = (float) sum;
          }
        }
      }
    }
    for (Layout layout : Layout.values()) {
      float[] result =
          run(
              layout,
              (tf, x) ->
                  new CoreImageOps(tf)
                      .separable(
                          x,
                          constant(tf, rows, BATCH, 2, HEIGHT),
                          constant(tf, columns, BATCH, 4, WIDTH)));
      assertThat(result).as("%s", layout).containsExactly(expected, within(1e-5f));
    }
  }

  @Test
  void affineColorMapsEveryPixelByItsImagesMatrixAndBias() {
    float[] matrices = random(BATCH * 9, 4);
    float[] bias = random(BATCH * 3, 5);
    float[] expected = new float[images.length];
    for (int b = 0; b < BATCH; b++) {
      for (int pixel = 0; pixel < HEIGHT * WIDTH; pixel++) {
        int start = at(b, 0, 0, 0) + 3 * pixel;
        for (int c = 0; c < 3; c++) {
          expected[start + c] = bias[3 * b + c];
          for (int k = 0; k < 3; k++) {
            expected[start + c] += matrices[9 * b + 3 * c + k] * images[start + k];
          }
        }
      }
    }
    for (Layout layout : Layout.values()) {
      float[] result =
          run(
              layout,
              (tf, x) ->
                  new CoreImageOps(tf)
                      .affineColor(
                          x, constant(tf, matrices, BATCH, 3, 3), constant(tf, bias, BATCH, 3)));
      assertThat(result).as("%s", layout).containsExactly(expected, within(1e-5f));
    }
  }

  @Test
  void channelMeansAreTakenPerImageAndChannel() {
    float[] expected = new float[BATCH * 3];
    for (int i = 0; i < images.length; i++) {
      expected[i / (HEIGHT * WIDTH * 3) * 3 + i % 3] += images[i] / (HEIGHT * WIDTH);
    }
    for (Layout layout : Layout.values()) {
      assertThat(run(layout, (tf, x) -> new CoreImageOps(tf).channelMeans(x)))
          .as("%s", layout)
          .containsExactly(expected, within(1e-6f));
    }
  }

  @Test
  void planesAreTheSameImagesInAnotherOrder() {
    float[] planes = run(Layout.IMAGES, (tf, x) -> new CoreImageOps(tf).toPlanes(x));

    assertThat(planes[((1 * 3 + 2) * HEIGHT + 4) * WIDTH + 6]).isEqualTo(images[at(1, 4, 6, 2)]);
    assertThat(run(Layout.PLANES, (tf, x) -> x)).containsExactly(images);
  }

  @Test
  void warpReadsWhereTheMapPointsAndBlackOutside() {
    float[] shiftByTwoAndAHalf = {1, 0, 2.5f, 0, 1, 1, 0, 0};
    float[] result =
        run(
            Layout.IMAGES,
            (tf, x) ->
                new CoreImageOps(tf)
                    .warp(
                        x,
                        tf.tile(
                            constant(tf, shiftByTwoAndAHalf, 1, 8),
                            tf.constant(new int[] {BATCH, 1})),
                        Interpolation.BILINEAR));

    assertThat(result[at(2, 0, 0, 1)])
        .isCloseTo((images[at(2, 1, 2, 1)] + images[at(2, 1, 3, 1)]) / 2, within(1e-6f));
    assertThat(result[at(2, 0, 5, 1)]).isZero();
    assertThat(result[at(2, 4, 0, 1)]).isZero();
  }

  @Test
  void everyGroupGoesThroughItsBranchAndComesBackToItsPlace() {
    for (Layout layout : Layout.values()) {
      float[] result =
          run(
              layout,
              (tf, x) ->
                  new CoreImageOps(tf)
                      .byGroup(
                          x,
                          tf.constant(new int[] {2, 0, 2}),
                          List.of(
                              (part, rows) -> part,
                              (empty, rows) ->
                                  new CoreImageOps(tf)
                                      .separable(
                                          empty,
                                          tf.gather(
                                              constant(
                                                  tf,
                                                  random(BATCH * HEIGHT * HEIGHT, 6),
                                                  BATCH,
                                                  HEIGHT,
                                                  HEIGHT),
                                              rows,
                                              tf.constant(0)),
                                          tf.gather(
                                              constant(
                                                  tf,
                                                  random(BATCH * WIDTH * WIDTH, 7),
                                                  BATCH,
                                                  WIDTH,
                                                  WIDTH),
                                              rows,
                                              tf.constant(0))),
                              (part, rows) ->
                                  tf.math.mul(
                                      part,
                                      tf.reshape(
                                          tf.dtypes.cast(rows, TFloat32.class),
                                          tf.constant(new int[] {-1, 1, 1, 1}))))));

      int size = HEIGHT * WIDTH * 3;
      for (int i = 0; i < images.length; i++) {
        float factor = new float[] {0, 1, 2}[i / size];
        assertThat(result[i]).as("%s, %d", layout, i).isEqualTo(images[i] * factor);
      }
    }
  }

  @Test
  void choosesBetweenWholeImages() {
    for (Layout layout : Layout.values()) {
      float[] result =
          run(
              layout,
              (tf, x) ->
                  new CoreImageOps(tf)
                      .choose(tf.constant(new float[] {1, 0, 1}), tf.math.neg(x), x));

      for (int i = 0; i < images.length; i++) {
        boolean heads = i / (HEIGHT * WIDTH * 3) != 1;
        assertThat(result[i]).as("%s, %d", layout, i).isEqualTo(heads ? -images[i] : images[i]);
      }
    }
  }

  @Test
  void byGroupKeepsTheStaticShapeOfPlanes() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      CoreImageOps ops = new CoreImageOps(tf);
      Operand<TFloat32> x = ops.fromPlanes(constant(tf, images, BATCH, 3, HEIGHT, WIDTH));
      Operand<TFloat32> result =
          ops.byGroup(x, tf.constant(new int[] {0, 1, 0}), List.of((p, rows) -> p, (p, rows) -> p));
      assertThat(result.shape()).isEqualTo(Shape.of(BATCH, HEIGHT, WIDTH, 3));
    }
  }

  @Test
  void anUnknownSizeIsRefused() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> x =
          tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, 7, 3)));
      assertThatThrownBy(() -> new CoreImageOps(tf).channelMeans(x))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("axis 1 must have a known size when the graph is built, got [-1, -1, 7, 3]");
    }
  }

  /** How the images reach the operation. */
  private enum Layout {
    IMAGES,
    PLANES
  }

  private float[] run(
      Layout layout, BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> operation) {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      CoreImageOps ops = new CoreImageOps(tf);
      Operand<TFloat32> x = constant(tf, images, BATCH, HEIGHT, WIDTH, 3);
      if (layout == Layout.PLANES) {
        x = ops.fromPlanes(ops.toPlanes(x));
      }
      try (Result result = session.runner().fetch(operation.apply(tf, x)).run()) {
        TFloat32 tensor = (TFloat32) result.get(0);
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
      }
    }
  }

  private static int at(int image, int row, int column, int channel) {
    return ((image * HEIGHT + row) * WIDTH + column) * 3 + channel;
  }

  private static Operand<TFloat32> constant(Ops tf, float[] values, long... shape) {
    return tf.constant(Shape.of(shape), DataBuffers.of(values));
  }

  private static float[] random(int size, long seed) {
    Random random = new Random(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
