/**
 * The transformation pipeline: draws the parameters of its steps on the host and applies them to a
 * batch in the graph, once for each of the two views.
 *
 * <p>{@link io.equivar.core.pipeline.Pipeline} places the steps, {@link
 * io.equivar.core.pipeline.ParameterSampler} fills a table of parameters for a training step,
 * {@link io.equivar.core.pipeline.ViewGraph} makes the views from images and that table.
 */
@NullMarked
package io.equivar.core.pipeline;

import org.jspecify.annotations.NullMarked;
