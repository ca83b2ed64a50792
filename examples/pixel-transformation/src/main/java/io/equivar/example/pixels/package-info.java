/** A transformation in Java pixel code: what an image library does, no graph can. */
@NullMarked
package io.equivar.example.pixels;

import org.jspecify.annotations.NullMarked;
