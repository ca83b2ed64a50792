/** Tests of the example. */
@NullMarked
package io.equivar.example.base;

import org.jspecify.annotations.NullMarked;
