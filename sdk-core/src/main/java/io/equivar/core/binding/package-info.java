/**
 * Binds YAML to configuration records and writes them back; knows records, not what they mean.
 *
 * <p>{@link io.equivar.core.binding.YamlReader} reads text into a tree of {@link
 * io.equivar.core.binding.Node}s, a {@link io.equivar.core.binding.SettingOverride} replaces a
 * value of it, {@link io.equivar.core.binding.RecordBinder} makes records of it and reports
 * everything that is wrong at once. {@link io.equivar.core.binding.RecordSchema} checks and
 * describes a record before there is a configuration.
 */
@NullMarked
package io.equivar.core.binding;

import org.jspecify.annotations.NullMarked;
