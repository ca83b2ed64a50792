/** The documentation says what the program does. */
@NullMarked
package io.equivar.documentation;

import org.jspecify.annotations.NullMarked;
