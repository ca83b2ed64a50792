/** The entry point of a plugin. */
@NullMarked
package io.equivar.api.plugin;

import org.jspecify.annotations.NullMarked;
