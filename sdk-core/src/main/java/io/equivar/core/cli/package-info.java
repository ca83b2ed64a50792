/** The command line: a class for each command, none of which knows how anything is done. */
@NullMarked
package io.equivar.core.cli;

import org.jspecify.annotations.NullMarked;
