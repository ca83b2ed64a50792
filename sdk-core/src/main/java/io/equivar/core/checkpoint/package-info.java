/** Checkpoints: the state of a training on disk, complete or not there at all. */
@NullMarked
package io.equivar.core.checkpoint;

import org.jspecify.annotations.NullMarked;
