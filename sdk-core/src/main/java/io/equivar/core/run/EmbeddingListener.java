package io.equivar.core.run;

import io.equivar.core.data.cache.LeftOut;

/** Is told how the embedding of a folder goes on, on the thread that embeds. */
public interface EmbeddingListener {

  /** The files were listed. */
  default void started(int files) {}

  /** Some more files were read, or found unreadable; {@code done} counts all so far. */
  default void progressed(int done) {}

  /** A file cannot be read, and is left out. */
  default void leftOut(LeftOut file) {}
}
