/** Tests of the example. */
@NullMarked
package io.equivar.example.objective;

import org.jspecify.annotations.NullMarked;
