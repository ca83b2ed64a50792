/** The engine: loads plugins, reads the configuration, feeds data, trains and evaluates. */
@NullMarked
package io.equivar.core;

import org.jspecify.annotations.NullMarked;
