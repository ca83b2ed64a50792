package io.equivar.plugin.simclr;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * SimCLR (Chen, Kornblith, Norouzi and Hinton 2020, "A simple framework for contrastive learning of
 * visual representations"): every row is to find its positive among all other rows of both sides.
 *
 * <p>A projector {@code g}, one for each term, takes the representations ("a MLP with one hidden
 * layer", section 2.1; here with batch normalisation in between and without biases, as in STL's
 * code). With {@code z = g(y) / max(|g(y)|, 1e-12)} of the {@code N} rows of the first side
 * followed by the {@code N} rows of the second, and {@code s(i, j) = z_i . z_j / temperature}, the
 * loss is InfoNCE (equation 1, "NT-Xent"), with {@code p(i)} the positive of row {@code i}:
 *
 * <pre>{@code
 * L = mean over the 2N rows i of  -log( exp s(i, p(i)) / sum over j != i of exp s(i, j) )
 * }</pre>
 */
public final class SimClr implements BaseModel {

  private final SimClrConfig config;
  private final String location;

  /**
   * Makes the base method.
   *
   * @param location the place in the configuration, for messages
   */
  public SimClr(SimClrConfig config, String location) {
    this.config = config;
    this.location = location;
  }

  /**
   * Adds the loss. The projector is applied part by part: to the parts of the first side, then to
   * those of the second.
   *
   * @throws ConfigurationException if a side has fewer than two rows: there would be no negatives
   */
  @Override
  public Loss dissimilarity(GraphContext g, Pair pair) {
    Ops tf = g.tf();
    Side first = pair.first();
    Side second = pair.second();
    List<Integer> widths = config.projectorFor(pair.width());
    if (!widths.isEmpty()) {
      Layer projector =
          g.perceptron(
              "projector", pair.width(), widths.stream().mapToInt(Integer::intValue).toArray());
      first = first.map(projector);
      second = second.map(projector);
    }
    Operand<TFloat32> a = first.joined(tf);
    Operand<TFloat32> b = second.joined(tf);
    requireNegatives(a.shape().get(0));
    return Loss.of(InfoNce.loss(tf, a, b, config.temperature()));
  }

  private void requireNegatives(long rows) {
    if (rows < 2) {
      throw new ConfigurationException(
          new Problem(
              location,
              "must have at least 2 rows on each side, to find negatives among them",
              Long.toString(rows),
              "Use a larger batch"));
    }
  }
}
