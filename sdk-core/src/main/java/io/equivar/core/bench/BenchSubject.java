package io.equivar.core.bench;

/** What can be measured. */
public enum BenchSubject {
  /** A training step, augmentation included, with images in memory. */
  STEP,
  /** Both views of a batch, made in the graph, and nothing else. */
  AUGMENT,
  /** Batches of a folder's images out of the cache. */
  DATA,
  /** Both predictions of the hypernetwork, forward and backward. */
  HYPERNETWORK,
  /** Representations of images, as for evaluation. */
  EMBED
}
