package io.equivar.core.config;

import io.equivar.core.backbone.ResNetSpec;

/** Which network to train. */
public sealed interface BackboneConfig permits ResNet18Config, ResNet50Config {

  /** What {@link #weights()} says for random weights. */
  String RANDOM = "random";

  /** Returns the network to build. */
  ResNetSpec spec();

  /** Returns {@link #RANDOM}, or the file of the weights from which training starts. */
  String weights();
}
