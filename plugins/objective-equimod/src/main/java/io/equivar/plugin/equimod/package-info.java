/** EquiMod (Devillers and Lefort 2023) as an objective. */
@NullMarked
package io.equivar.plugin.equimod;

import org.jspecify.annotations.NullMarked;
