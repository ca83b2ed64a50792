/** Files and folders that are there as a whole or not at all. */
@NullMarked
package io.equivar.core.files;

import org.jspecify.annotations.NullMarked;
