/** A base method of your own: any objective takes it, by its name in the configuration. */
@NullMarked
package io.equivar.example.base;

import org.jspecify.annotations.NullMarked;
