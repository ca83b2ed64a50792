/** How a plugin names, describes and creates what it offers. */
@NullMarked
package io.equivar.api.factory;

import org.jspecify.annotations.NullMarked;
