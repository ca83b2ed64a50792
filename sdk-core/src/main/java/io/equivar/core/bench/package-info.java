/** Measures how fast Equivar is on this machine. Nothing here decides whether anything passes. */
@NullMarked
package io.equivar.core.bench;

import org.jspecify.annotations.NullMarked;
