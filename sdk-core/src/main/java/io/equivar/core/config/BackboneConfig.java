package io.equivar.core.config;

import io.equivar.core.backbone.ResNetSpec;

/** Which network to train. */
public sealed interface BackboneConfig permits ResNet18Config, ResNet50Config {

  /** Returns the network to build. */
  ResNetSpec spec();
}
