package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

/**
 * AugMix (Hendrycks et al. 2020, algorithm 1): {@code (1 - m) x + m (w_1 c_1(x) + ... + w_k
 * c_k(x))} with chains {@code c_i} of random operations, weights {@code w} from a Dirichlet
 * distribution and {@code m} from a Beta distribution.
 *
 * <p>Columns {@code mix} ({@code m}) and, for each chain {@code i} from 1, {@code weight-i} and
 * {@code operation-i-j}, {@code magnitude-i-j} for each of its links {@code j}; those that a
 * shorter chain does not have hold {@link Operation#IDENTITY}. They are no label. A {@code mix} of
 * 0 is the identity.
 */
final class AugMix implements Transformation {

  private static final String MIX = "mix";

  private final AugMixConfig config;
  private final LinkColumns columns;
  private final LinkStage stage;
  private final ParameterSpec parameters;

  AugMix(AugMixConfig config, ImageShape image) {
    this.config = config;
    this.columns =
        new LinkColumns(config.operations(), new SeverityStrengths(config.severity(), image));
    this.stage = new LinkStage(config.operations());
    List<Column> all = new ArrayList<>();
    all.add(Column.continuous(MIX, 0, 1, ""));
    for (int chain = 1; chain <= config.width(); chain++) {
      all.add(Column.continuous(weight(chain), 0, 1, ""));
      for (int link = 1; link <= deepest(); link++) {
        all.addAll(columns.columns(link(chain, link)));
      }
    }
    this.parameters = ParameterSpec.of(all).withoutLabel();
  }

  @Override
  public ParameterSpec parameters() {
    return parameters;
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    double[] weights = new Dirichlet(config.width(), config.alpha()).sample(random);
    row.set(MIX, new Dirichlet(2, config.alpha()).sample(random)[0]);
    for (int chain = 1; chain <= config.width(); chain++) {
      row.set(weight(chain), weights[chain - 1]);
      int depth = random.nextInt(config.depth().get(0), deepest() + 1);
      for (int link = 1; link <= deepest(); link++) {
        if (link <= depth) {
          columns.sample(random, row, link(chain, link));
        } else {
          LinkColumns.setIdentity(row, link(chain, link));
        }
      }
    }
  }

  @Override
  public boolean identity(Row row) {
    row.set(MIX, 0);
    for (int chain = 1; chain <= config.width(); chain++) {
      row.set(weight(chain), 1.0 / config.width());
      for (int link = 1; link <= deepest(); link++) {
        LinkColumns.setIdentity(row, link(chain, link));
      }
    }
    return true;
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    long height = images.shape().get(1);
    long width = images.shape().get(2);
    long values = height * width * 3;
    Operand<TFloat32> chains =
        tf.reshape(
            tf.tile(
                tf.reshape(images, tf.constant(new long[] {-1, 1, values})),
                tf.constant(new long[] {1, config.width(), 1})),
            tf.constant(new long[] {-1, height, width, 3}));
    for (int link = 1; link <= deepest(); link++) {
      chains = stage.apply(g, chains, links(tf, parameters, link));
    }
    Operand<TFloat32> mix = tf.reshape(parameters.column(MIX), tf.constant(new int[] {-1, 1, 1}));
    Operand<TFloat32> shares =
        tf.math.mul(
            mix,
            tf.reshape(weights(tf, parameters), tf.constant(new int[] {-1, 1, config.width()})));
    Operand<TFloat32> mixture =
        g.images()
            .batchProduct(
                shares,
                false,
                tf.reshape(chains, tf.constant(new long[] {-1, config.width(), values})),
                false);
    Operand<TFloat32> rest =
        tf.math.mul(
            tf.reshape(images, tf.constant(new long[] {-1, 1, values})),
            tf.math.sub(tf.constant(1f), mix));
    return tf.reshape(tf.math.add(rest, mixture), tf.constant(new long[] {-1, height, width, 3}));
  }

  /** Returns the links of all chains of all images, those of an image side by side. */
  private Links links(Ops tf, Parameters parameters, int link) {
    List<Links> chains =
        IntStream.rangeClosed(1, config.width())
            .mapToObj(chain -> LinkColumns.read(tf, parameters, link(chain, link)))
            .toList();
    return new Links(
        tf.reshape(
            tf.stack(chains.stream().map(Links::operations).toList(), Stack.axis(1L)),
            tf.constant(new int[] {-1})),
        tf.reshape(
            tf.stack(chains.stream().map(Links::magnitudes).toList(), Stack.axis(1L)),
            tf.constant(new int[] {-1})));
  }

  /** Returns the weights of the chains, {@code [batch, width]}. */
  private Operand<TFloat32> weights(Ops tf, Parameters parameters) {
    return tf.stack(
        IntStream.rangeClosed(1, config.width())
            .mapToObj(chain -> parameters.column(weight(chain)))
            .toList(),
        Stack.axis(1L));
  }

  private int deepest() {
    return config.depth().get(1);
  }

  private static String weight(int chain) {
    return "weight-" + chain;
  }

  private static String link(int chain, int link) {
    return "-" + chain + "-" + link;
  }
}
