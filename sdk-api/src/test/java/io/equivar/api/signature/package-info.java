/** Holds the signatures of the SPI against a checked-in file. */
@NullMarked
package io.equivar.api.signature;

import org.jspecify.annotations.NullMarked;
