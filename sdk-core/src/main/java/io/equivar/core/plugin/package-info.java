/**
 * Finds plugins, checks them before anything of theirs is used, and offers what they bring as a
 * {@link io.equivar.core.plugin.PluginCatalog}.
 */
@NullMarked
package io.equivar.core.plugin;

import org.jspecify.annotations.NullMarked;
