/** Binds YAML to configuration records and writes them back; knows records, not what they mean. */
@NullMarked
package io.equivar.core.binding;

import org.jspecify.annotations.NullMarked;
