package io.equivar.plugin.stl;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Hypernetwork;
import io.equivar.api.learning.LearnedTransformations;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Self-supervised transformation learning (Yu et al. 2024, "Self-supervised transformation learning
 * for equivariant representations", NeurIPS, section 3; arXiv 2501.08712).
 *
 * <p>Two images {@code x} and {@code x'}, partners, are given the same transformations {@code t}
 * and {@code t'}. With the encoder {@code f}, the transformation encoder {@code f_T} and the
 * equivariant transformation {@code phi}:
 *
 * <pre>{@code
 * y1  = f(t(x))                   y2  = f(t'(x))                  representations, width d
 * T12 = f_T([y1; y2])             T21 = f_T([y2; y1])             transformation representations
 * y1^ = phi(T21 of the partner) y2     y2^ = phi(T12 of the partner) y1     predictions
 *
 * L = w_inv   L_B(y1, y2)
 *   + w_equi  L_B([y1; y2], [y1^; y2^])
 *   + w_trans L_B(T12 and T21 of x, T12 and T21 of x')
 * }</pre>
 *
 * <p>{@code L_B} is the base method's dissimilarity, with heads of its own for each term. No term
 * needs to know what the transformations were: that both partners underwent the same is enough.
 * Because a prediction uses the partner's {@code T}, a transformation representation cannot hide
 * the image in itself.
 *
 * <p>Variables: {@code transformation-encoder} ({@link GraphContext#perceptron}) and {@code
 * hypernetwork.weight} ({@code [d, d k]}, {@code k} the width of {@code T}), and the heads under
 * {@code invariance}, {@code equivariance} and {@code transformation}, which are also the names of
 * the terms. A term of weight 0 is not built.
 */
public final class Stl implements Objective {

  private final StlConfig config;

  /** Makes the objective. */
  public Stl(StlConfig config) {
    this.config = config;
  }

  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    StlConfig.Weights weights = config.weights();
    Networks networks = networks(g, encoder);
    Computation now = new Computation(g.tf(), networks, views);
    Memo<Computation> averaged =
        new Memo<>(() -> new Computation(g.tf(), networks.averaged(), views));
    List<Loss.Term> terms = new ArrayList<>();
    if (weights.invariance() > 0) {
      Pair pair =
          Pair.of(
              now.first(),
              now.second(),
              () -> averaged.get().first(),
              () -> averaged.get().second());
      terms.add(term(g, "invariance", weights.invariance(), base, pair));
    }
    if (weights.equivariance() > 0) {
      Pair pair =
          Pair.of(
              now.representations(),
              now.predictions(),
              () -> averaged.get().representations(),
              () -> averaged.get().predictions());
      terms.add(term(g, "equivariance", weights.equivariance(), base, pair));
    }
    if (weights.transformation() > 0) {
      Pair pair =
          Pair.of(
              now.leaders(),
              now.followers(),
              () -> averaged.get().leaders(),
              () -> averaged.get().followers());
      terms.add(term(g, "transformation", weights.transformation(), base, pair));
    }
    return Loss.sum(g.tf(), terms);
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@code T12} where the weight of the equivariance or the transformation term is not 0; {@code
   * y2^ = phi(T12 of the partner) y1} where that of the equivariance term is not.
   */
  @Override
  public LearnedTransformations transformations(GraphContext g, Encoder encoder, Views views) {
    Networks networks = networks(g, encoder);
    Computation computation = new Computation(g.tf(), networks, views);
    LearnedTransformations learned = LearnedTransformations.none();
    if (networks.transformationEncoder().isPresent()) {
      learned = learned.withRepresentations(computation.forth());
    }
    if (networks.hypernetwork().isPresent()) {
      learned =
          learned.withPrediction(
              computation.predictedSecond(networks.hypernetwork().get()),
              computation.second().parts().get(0));
    }
    return learned;
  }

  /** Makes the networks that the terms need, and no other. */
  private Networks networks(GraphContext g, Encoder encoder) {
    StlConfig.Weights weights = config.weights();
    int[] widths = config.transformationEncoder().stream().mapToInt(Integer::intValue).toArray();
    Optional<Layer> transformationEncoder =
        weights.equivariance() > 0 || weights.transformation() > 0
            ? Optional.of(g.perceptron("transformation-encoder", 2 * encoder.width(), widths))
            : Optional.empty();
    Optional<Hypernetwork> hypernetwork =
        weights.equivariance() > 0
            ? Optional.of(Hypernetwork.of(g, encoder.width(), widths[widths.length - 1]))
            : Optional.empty();
    return new Networks(encoder, transformationEncoder, hypernetwork);
  }

  private static Loss.Term term(
      GraphContext g, String name, double weight, BaseModel base, Pair pair) {
    return new Loss.Term(name, weight, base.dissimilarity(g.scope(name), pair).value());
  }
}
