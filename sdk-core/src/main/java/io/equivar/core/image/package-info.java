/** Image operations in the graph, and parameters as tables: what transformations work with. */
@NullMarked
package io.equivar.core.image;

import org.jspecify.annotations.NullMarked;
