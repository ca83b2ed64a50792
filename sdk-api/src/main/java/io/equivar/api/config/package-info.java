/**
 * Configuration as self-validating records.
 *
 * <p>A plugin declares its settings as the components of a record, each with {@link
 * io.equivar.api.config.Setting}; its compact constructor hands the values to {@link
 * io.equivar.api.config.Settings}, so that a record that exists is valid, however it was made. The
 * core binds YAML to such records, prints their documentation and turns their {@linkplain
 * io.equivar.api.config.Problem problems} into messages that name the place in the file.
 */
@NullMarked
package io.equivar.api.config;

import org.jspecify.annotations.NullMarked;
