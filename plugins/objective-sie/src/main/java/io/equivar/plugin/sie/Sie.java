package io.equivar.plugin.sie;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
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
 * SIE (Garrido, Najman and LeCun 2023, "Self-supervised learning of split invariant equivariant
 * representations", ICML, section 4): one part of a representation is to be the same for both
 * views, the other is predicted from one view to the other by a hypernetwork that is fed with the
 * label of the change.
 *
 * <pre>{@code
 * y1 = f(t(x))   y2 = f(t'(x))             representations, [batchSize, d]
 * y  = [i | e]                             e are the last round(equivariant-share * d) columns
 * e1^ = phi(l21) e2   e2^ = phi(l12) e1    predictions
 * }</pre>
 *
 * <p>{@code phi} is the linear {@link Hypernetwork}, {@code l} the label of the change ({@link
 * TransformationLabels}). In the form {@code base}, in which STL's paper compares with it (Yu et
 * al. 2024, section 4), {@code L_B} is the base method's dissimilarity, with heads of its own for
 * each term:
 *
 * <pre>{@code
 * L = w_inv L_B(i1, i2) + w_equi L_B([e1; e2], [e1^; e2^])
 * }</pre>
 *
 * <p>The form {@code published} is that of {@link PublishedLoss}, which leaves the base method out.
 *
 * <p>Variables: {@code hypernetwork.weight}, and the heads under {@code invariance} and {@code
 * equivariance}; in the form {@code published} the expanders under {@code invariant-expander} and
 * {@code equivariant-expander}. A term of weight 0 is not built.
 */
public final class Sie implements Objective {

  private static final String NAME = "sie";

  private final SieConfig config;
  private final String location;

  /**
   * Makes the objective.
   *
   * @param location the place in the configuration, for messages
   */
  public Sie(SieConfig config, String location) {
    this.config = config;
    this.location = location;
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.equivar.api.config.ConfigurationException if a step that makes up the label has
   *     none, or there is no such step, or a part of the representation would be empty
   */
  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    Parts.Widths widths = Parts.Widths.of(encoder.width(), config.equivariantShare(), location);
    Parts first = Parts.of(g.tf(), encoder.apply(views.first()), widths);
    Parts second = Parts.of(g.tf(), encoder.apply(views.second()), widths);
    if (config.form() == SieConfig.Form.PUBLISHED) {
      return new PublishedLoss(config).build(g, first, second, widths, labels(g, views));
    }
    Memo<Parts> firstTarget =
        new Memo<>(() -> Parts.of(g.tf(), encoder.averaged().apply(views.first()), widths));
    Memo<Parts> secondTarget =
        new Memo<>(() -> Parts.of(g.tf(), encoder.averaged().apply(views.second()), widths));
    SieConfig.Weights weights = config.weights();
    List<Loss.Term> terms = new ArrayList<>();
    if (weights.invariance() > 0) {
      Pair pair =
          Pair.of(
              Side.of(first.invariant()),
              Side.of(second.invariant()),
              () -> Side.of(firstTarget.get().invariant()),
              () -> Side.of(secondTarget.get().invariant()));
      terms.add(term(g, "invariance", weights.invariance(), base, pair));
    }
    if (weights.equivariance() > 0) {
      Prediction prediction =
          Prediction.of(g, widths.equivariant(), labels(g, views), config.label());
      Supplier<Side> parts =
          () -> Side.of(firstTarget.get().equivariant(), secondTarget.get().equivariant());
      Supplier<Side> predictions =
          () ->
              prediction
                  .averaged()
                  .apply(firstTarget.get().equivariant(), secondTarget.get().equivariant());
      Pair pair =
          Pair.of(
              Side.of(first.equivariant(), second.equivariant()),
              prediction.apply(first.equivariant(), second.equivariant()),
              parts,
              predictions);
      terms.add(term(g, "equivariance", weights.equivariance(), base, pair));
    }
    return Loss.sum(g.tf(), terms);
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@code e2^ = phi(l12) e1}, behind the expander in the form {@code published}; in the form
   * {@code base} where the weight of the equivariance term is not 0.
   *
   * @throws io.equivar.api.config.ConfigurationException as {@link #build}
   */
  @Override
  public LearnedTransformations transformations(GraphContext g, Encoder encoder, Views views) {
    boolean published = config.form() == SieConfig.Form.PUBLISHED;
    if (!published && config.weights().equivariance() == 0) {
      return LearnedTransformations.none();
    }
    Parts.Widths widths = Parts.Widths.of(encoder.width(), config.equivariantShare(), location);
    Operand<TFloat32> e1 = Parts.of(g.tf(), encoder.apply(views.first()), widths).equivariant();
    Operand<TFloat32> e2 = Parts.of(g.tf(), encoder.apply(views.second()), widths).equivariant();
    if (published) {
      Layer expander = new PublishedLoss(config).equivariantExpander(g, widths);
      e1 = expander.apply(e1);
      e2 = expander.apply(e2);
    }
    return LearnedTransformations.none()
        .withPrediction(Prediction.ofSecond(g, e1, labels(g, views), config.label()), e2);
  }

  private TransformationLabels labels(GraphContext g, Views views) {
    return TransformationLabels.of(g.tf(), views, config.steps(), NAME);
  }

  private static Loss.Term term(
      GraphContext g, String name, double weight, BaseModel base, Pair pair) {
    return new Loss.Term(name, weight, base.dissimilarity(g.scope(name), pair).value());
  }
}
