/** Tests that run the whole program. */
@NullMarked
package io.equivar.endtoend;

import org.jspecify.annotations.NullMarked;
