/**
 * What the core lends to code that builds the training graph: operations, variables, layers, image
 * operations.
 *
 * <p>Plugins see neither the graph's session nor its optimiser. They describe computations; the
 * core runs them, takes the gradients, and orders all updates of a step.
 */
@NullMarked
package io.equivar.api.graph;

import org.jspecify.annotations.NullMarked;
