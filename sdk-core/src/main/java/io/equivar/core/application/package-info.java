/** The core put together: plugins loaded, services wired. */
@NullMarked
package io.equivar.core.application;

import org.jspecify.annotations.NullMarked;
