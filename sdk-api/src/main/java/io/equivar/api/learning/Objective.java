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

  /**
   * Adds to a graph that does not train what this objective learned of transformations, so that it
   * can be measured and looked at: how well {@code phi} predicts, what transformations look like to
   * {@code f_T}. By default {@linkplain LearnedTransformations#none() nothing}. Called at most once
   * per graph, and never in one in which {@link #build} is.
   *
   * <p>The weights come from a training by the names of the variables. Every variable made here
   * MUST therefore be one that {@link #build} makes, of the same name and shape; others, such as
   * the base method's heads, are left out.
   *
   * <p>The first view is the original image as far as the pipeline allows, with the parameters that
   * change nothing; the second is transformed. Partners are given the same transformation, as in
   * training. A method that predicts by a transformation's representation takes the partner's, so
   * that a prediction never rests on what it is to predict.
   *
   * @param g the objective's scope, of the same name as in training
   * @param encoder what was trained
   * @param views originals and transformed images
   * @throws io.equivar.api.config.ConfigurationException if the views lack what it needs, such as
   *     labels
   */
  default LearnedTransformations transformations(GraphContext g, Encoder encoder, Views views) {
    return LearnedTransformations.none();
  }
}
