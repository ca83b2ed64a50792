package io.equivar.plugin.equimod;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Hypernetwork;
import io.equivar.api.learning.LearnedTransformations;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.TransformationLabels;
import io.equivar.api.learning.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * EquiMod (Devillers and Lefort 2023, "EquiMod: an equivariance module to improve visual instance
 * discrimination", ICLR, section 3), in the form in which STL's paper compares with it (Yu et al.
 * 2024, section 4): beside the base method's term, a network that is told what was done to both
 * views predicts the representation of one from that of the other.
 *
 * <pre>{@code
 * y1  = f(t(x))             y2  = f(t'(x))                  representations, [batchSize, d]
 * y1^ = phi(l21) y2         y2^ = phi(l12) y1               predictions
 *
 * L = w_inv L_B(y1, y2) + w_equi L_B([y1; y2], [y1^; y2^])
 * }</pre>
 *
 * <p>{@code phi} is STL's hypernetwork ({@link Hypernetwork}), fed with the label of the change
 * ({@link TransformationLabels}) in place of a learned representation of it; {@code L_B} is the
 * base method's dissimilarity, with heads of its own for each term: for SimCLR, the projected
 * NT-Xent of EquiMod's equation 4. EquiMod as published predicts both views from the untransformed
 * image, a third pass through the encoder, by a linear layer on the projected representation and
 * the projected label; that form is not offered.
 *
 * <p>Variables: {@code hypernetwork.weight}, and the heads under {@code invariance} and {@code
 * equivariance}, which are also the names of the terms. A term of weight 0 is not built.
 */
public final class EquiMod implements Objective {

  private static final String NAME = "equimod";

  private final EquiModConfig config;

  /** Makes the objective. */
  public EquiMod(EquiModConfig config) {
    this.config = config;
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.equivar.api.config.ConfigurationException if a step that makes up the label has
   *     none, or there is no such step
   */
  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    EquiModConfig.Weights weights = config.weights();
    Operand<TFloat32> y1 = encoder.apply(views.first());
    Operand<TFloat32> y2 = encoder.apply(views.second());
    Memo<Operand<TFloat32>> target1 = new Memo<>(() -> encoder.averaged().apply(views.first()));
    Memo<Operand<TFloat32>> target2 = new Memo<>(() -> encoder.averaged().apply(views.second()));
    List<Loss.Term> terms = new ArrayList<>();
    if (weights.invariance() > 0) {
      Pair pair =
          Pair.of(
              Side.of(y1), Side.of(y2), () -> Side.of(target1.get()), () -> Side.of(target2.get()));
      terms.add(term(g, "invariance", weights.invariance(), base, pair));
    }
    if (weights.equivariance() > 0) {
      TransformationLabels labels = TransformationLabels.of(g.tf(), views, config.steps(), NAME);
      Prediction prediction = Prediction.of(g, encoder.width(), labels, config.label());
      Supplier<Side> representations = () -> Side.of(target1.get(), target2.get());
      Supplier<Side> predictions = () -> prediction.averaged().apply(target1.get(), target2.get());
      Pair pair = Pair.of(Side.of(y1, y2), prediction.apply(y1, y2), representations, predictions);
      terms.add(term(g, "equivariance", weights.equivariance(), base, pair));
    }
    return Loss.sum(g.tf(), terms);
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@code y2^ = phi(l12) y1} where the weight of the equivariance term is not 0.
   *
   * @throws io.equivar.api.config.ConfigurationException as {@link #build}
   */
  @Override
  public LearnedTransformations transformations(GraphContext g, Encoder encoder, Views views) {
    if (config.weights().equivariance() == 0) {
      return LearnedTransformations.none();
    }
    TransformationLabels labels = TransformationLabels.of(g.tf(), views, config.steps(), NAME);
    return LearnedTransformations.none()
        .withPrediction(
            Prediction.ofSecond(g, encoder.apply(views.first()), labels, config.label()),
            encoder.apply(views.second()));
  }

  private static Loss.Term term(
      GraphContext g, String name, double weight, BaseModel base, Pair pair) {
    return new Loss.Term(name, weight, base.dissimilarity(g.scope(name), pair).value());
  }
}
