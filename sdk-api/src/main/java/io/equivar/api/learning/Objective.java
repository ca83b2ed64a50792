package io.equivar.api.learning;

import io.equivar.api.Spi;
import io.equivar.api.graph.GraphContext;

/** What is trained: the loss of a batch of views. Implementations are immutable. */
@Spi(Spi.Role.PLUGIN)
public interface Objective {

  /**
   * Adds the loss to the graph. Called once per training graph. A gradient MUST reach every
   * trainable variable made here.
   *
   * @param g the objective's scope
   * @param encoder what is trained, to be applied to the views
   * @param views the two views of the batch
   * @param base gives dissimilarities; each term calls it with a {@linkplain GraphContext#scope
   *     scope} of its own
   */
  Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base);
}
