/**
 * The core's side of {@link io.equivar.api.graph}: a graph under construction with its variables
 * and layers, and the session that runs it.
 */
@NullMarked
package io.equivar.core.graph;

import org.jspecify.annotations.NullMarked;
