/**
 * The configuration of a run: {@link io.equivar.core.config.RunConfig} and what it is made of, read
 * from YAML and written back with every default filled in.
 */
@NullMarked
package io.equivar.core.config;

import org.jspecify.annotations.NullMarked;
