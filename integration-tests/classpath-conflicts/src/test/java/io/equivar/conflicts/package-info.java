/** Plugins that get into each other's way, or into the SDK's. */
@NullMarked
package io.equivar.conflicts;

import org.jspecify.annotations.NullMarked;
