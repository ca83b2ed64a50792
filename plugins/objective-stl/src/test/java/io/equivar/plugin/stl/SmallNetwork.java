package io.equivar.plugin.stl;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.learning.Views;
import io.equivar.core.pipeline.PartnerRows;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The smallest parts that an objective can be built from. */
final class SmallNetwork {

  static final int BATCH = 6;
  static final int WIDTH = 5;

  private static final int PIXELS = 4;

  private SmallNetwork() {}

  /** A base method with a head, that compares each side with the other or with its target. */
  static BaseModel distance(boolean targets) {
    return (g, pair) -> {
      Layer head = g.dense("head", pair.width(), 3, false);
      Side first = targets ? pair.firstTarget() : pair.first();
      Side second = targets ? pair.secondTarget() : pair.second();
      return Loss.of(
          g.tf()
              .math
              .add(
                  distance(g.tf(), pair.first().map(head), second.map(head)),
                  distance(g.tf(), pair.second().map(head), first.map(head))));
    };
  }

  private static Operand<TFloat32> distance(Ops tf, Side a, Side b) {
    return tf.math.mean(
        tf.math.squaredDifference(a.joined(tf), b.joined(tf)), tf.constant(new int[] {0, 1}));
  }

  static Encoder encoder(GraphContext g) {
    return new DenseEncoder(g.tf(), g.dense("dense", PIXELS * PIXELS * 3, WIDTH, false));
  }

  static Views views(GraphContext g) {
    return new RandomViews(images(g.tf(), 1), images(g.tf(), 2), new PartnerRows(g.tf(), BATCH));
  }

  private static Operand<TFloat32> images(Ops tf, int salt) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(salt);
    float[][][][] values = new float[BATCH][PIXELS][PIXELS][3];
    for (float[][][] image : values) {
      for (float[][] row : image) {
        for (float[] pixel : row) {
          for (int c = 0; c < 3; c++) {
            pixel[c] = random.nextFloat();
          }
        }
      }
    }
    return tf.constant(values);
  }

  private record DenseEncoder(Ops tf, Layer dense) implements Encoder {

    @Override
    public Operand<TFloat32> apply(Operand<TFloat32> images) {
      return dense.apply(tf.reshape(images, tf.constant(new int[] {BATCH, PIXELS * PIXELS * 3})));
    }

    @Override
    public int width() {
      return WIDTH;
    }

    @Override
    public Encoder averaged() {
      return new DenseEncoder(tf, dense.averaged());
    }
  }

  private record RandomViews(
      Operand<TFloat32> first, Operand<TFloat32> second, PartnerRows partners) implements Views {

    @Override
    public int batchSize() {
      return BATCH;
    }

    @Override
    public ImageShape imageShape() {
      return ImageShape.square(PIXELS);
    }

    @Override
    public List<ViewStep> steps() {
      return List.of();
    }

    @Override
    public Operand<TFloat32> leaders(Operand<TFloat32> rows) {
      return partners.leaders(rows);
    }

    @Override
    public Operand<TFloat32> followers(Operand<TFloat32> rows) {
      return partners.followers(rows);
    }

    @Override
    public Operand<TFloat32> swapPartners(Operand<TFloat32> rows) {
      return partners.swapped(rows);
    }
  }
}
