/** Tests of the example. */
@NullMarked
package io.equivar.example.pixels;

import org.jspecify.annotations.NullMarked;
