package io.equivar.api.learning;

import io.equivar.api.Spi;
import io.equivar.api.graph.GraphContext;
import java.util.Optional;

/**
 * A base method of representation learning, such as SimCLR or BYOL, reduced to what objectives need
 * of it: how unlike two sets of representations are. Implementations are immutable.
 */
@Spi(Spi.Role.PLUGIN)
public interface BaseModel {

  /**
   * Adds the dissimilarity of the two sides of a pair to the graph. Called once for each term of
   * the objective, with a scope of its own each time: heads (projector, predictor, queue...) are
   * made here, and no two terms share any.
   *
   * <p>It MUST be symmetric in what it does to the two sides, unless the method itself is not; a
   * gradient MUST reach every trainable variable made here.
   *
   * @param g the term's scope
   * @param pair the two sides; their {@linkplain Pair#firstTarget() targets} may be used only by
   *     methods with an {@link #averaging()} schedule
   */
  Loss dissimilarity(GraphContext g, Pair pair);

  /**
   * Returns how moving averages follow the weights; empty, the default, for methods without
   * averaged targets.
   */
  default Optional<AveragingSchedule> averaging() {
    return Optional.empty();
  }
}
