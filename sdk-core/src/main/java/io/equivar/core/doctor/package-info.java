/** Checks of the machine and the installation, each with the next step where it fails. */
@NullMarked
package io.equivar.core.doctor;

import org.jspecify.annotations.NullMarked;
