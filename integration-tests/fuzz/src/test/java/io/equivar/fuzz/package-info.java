/**
 * Whatever a file holds, reading it ends soon, with what it holds or with an exception that is
 * documented. The ordinary tests replay the inputs under {@code src/test/resources}: seeds, and
 * what was found; with {@code JAZZER_FUZZ=1} Jazzer makes new ones.
 */
@NullMarked
package io.equivar.fuzz;

import org.jspecify.annotations.NullMarked;
