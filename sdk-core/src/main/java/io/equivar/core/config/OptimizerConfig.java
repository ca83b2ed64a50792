package io.equivar.core.config;

/** How gradients become updates. */
public sealed interface OptimizerConfig permits SgdConfig, LarsConfig, AdamConfig, AdamWConfig {

  /** Returns the learning rate after the warm-up. */
  double learningRate();
}
