package io.equivar.plugin.essl;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.TransformationLabels;
import io.equivar.api.learning.Views;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * E-SSL (Dangovski, Jing, Loh, Han, Srivastava, Cheung, Agrawal and Soljacic 2022, "Equivariant
 * contrastive learning", ICLR, section 3): beside the base method's term, a predictor tells by how
 * many quarter turns a small image was rotated.
 *
 * <pre>{@code
 * y1 = f(t(x))   y2 = f(t'(x))                               representations, [batchSize, d]
 * r  = t(x), made smaller, turned by 0, 90, 180 and 270 degrees   [4 batchSize, h, w, 3]
 *
 * L = L_B(y1, y2) + lambda * mean cross-entropy of predictor(f(r)) with the number of turns
 * }</pre>
 *
 * <p>As the authors' code for CIFAR-10 has it, all four rotations pass the encoder as one batch,
 * and the predictor is dense, layer normalisation (epsilon 1e-5), ReLU, as often as it has hidden
 * layers, then dense to 4 outputs, all with biases. There the rotated image is a crop of its own,
 * half as large as a view; here it is the first view, each pixel the mean of {@code shrink x
 * shrink}: the pipeline's own crop, at no cost in memory for a third one.
 *
 * <p>Although it makes its label itself, it refuses a shared step without label like the other
 * methods that learn from labels: what such a chain turns, the label would deny.
 *
 * <p>Variables: the predictor under {@code rotation}, layers numbered as in PyTorch, and what the
 * base method makes under {@code invariance}. These are also the names of the terms.
 */
public final class Essl implements Objective {

  private static final int TURNS = 4;
  private static final String NAME = "e-ssl";

  private final EsslConfig config;

  /**
   * Makes the objective.
   *
   * @throws ConfigurationException if the views are not square, or cannot be made smaller evenly
   */
  public Essl(EsslConfig config, CreationContext context) {
    this.config = config;
    ImageShape views = context.imageShape();
    if (views.height() != views.width()) {
      throw new ConfigurationException(
          new Problem(
              "",
              "must be given square views, which stay as they are when turned",
              views.toString(),
              "Set the size of random-resized-crop"));
    }
    if (views.height() % config.shrink() != 0) {
      throw new ConfigurationException(
          Problem.of(
              "shrink", "must divide the side of the views, " + views.height(), config.shrink()));
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws ConfigurationException if a shared step has no label
   */
  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    TransformationLabels.require(views, TransformationLabels.Steps.SHARED, NAME);
    Pair pair =
        Pair.of(
            Side.of(encoder.apply(views.first())),
            Side.of(encoder.apply(views.second())),
            () -> Side.of(encoder.averaged().apply(views.first())),
            () -> Side.of(encoder.averaged().apply(views.second())));
    Loss invariance = base.dissimilarity(g.scope("invariance"), pair);
    GraphContext scope = g.scope("rotation");
    Operand<TFloat32> rotated =
        new QuarterTurns(scope.tf()).all(smaller(scope.tf(), views.first()));
    Operand<TFloat32> logits =
        new RotationPredictor(scope, encoder.width(), config.predictor(), TURNS)
            .apply(encoder.apply(rotated));
    return Loss.sum(
        g.tf(),
        List.of(
            new Loss.Term("invariance", 1, invariance.value()),
            new Loss.Term(
                "rotation", config.lambda(), crossEntropy(scope.tf(), logits, views.batchSize()))));
  }

  /** Takes the mean of blocks of pixels. */
  private Operand<TFloat32> smaller(Ops tf, Operand<TFloat32> images) {
    if (config.shrink() == 1) {
      return images;
    }
    long batch = images.shape().get(0);
    long side = images.shape().get(1) / config.shrink();
    return tf.math.mean(
        tf.reshape(
            images,
            tf.constant(new long[] {batch, side, config.shrink(), side, config.shrink(), 3})),
        tf.constant(new int[] {2, 4}));
  }

  /** Rows come in blocks of the batch: not turned, turned once, twice, three times. */
  private static Operand<TFloat32> crossEntropy(Ops tf, Operand<TFloat32> logits, int batchSize) {
    int[] turns = new int[TURNS * batchSize];
    for (int row = 0; row < turns.length; row++) {
      turns[row] = row / batchSize;
    }
    Operand<TFloat32> labels =
        tf.oneHot(tf.constant(turns), tf.constant(TURNS), tf.constant(1f), tf.constant(0f));
    return tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(logits, labels).loss(), tf.constant(0));
  }
}
