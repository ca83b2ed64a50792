/** Seeds derived from seeds, so that every random draw of a run can be found again. */
@NullMarked
package io.equivar.core.random;

import org.jspecify.annotations.NullMarked;
