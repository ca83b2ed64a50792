/** Tests of the example. */
@NullMarked
package io.equivar.example.transformation;

import org.jspecify.annotations.NullMarked;
