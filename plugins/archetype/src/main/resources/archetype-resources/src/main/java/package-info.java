/** A plugin of Equivar's: {@code ${namespace}:${name}}. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
