/** A transformation of your own: copy this module to start a plugin. */
@NullMarked
package io.equivar.example.transformation;

import org.jspecify.annotations.NullMarked;
