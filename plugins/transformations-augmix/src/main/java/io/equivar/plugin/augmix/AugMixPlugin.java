package io.equivar.plugin.augmix;

import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.api.transformation.TransformationFactory;
import java.util.List;

/** Chains of random operations, in the namespace {@code augmix}. */
public final class AugMixPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "augmix";
  }

  @Override
  public List<TransformationFactory<?>> transformations() {
    return List.of(
        TransformationFactory.of(
            "augmix",
            "Mixes the image with chains of random operations (AugMix)",
            AugMixConfig.class,
            (config, context) -> new AugMix(config, context.imageShape())),
        TransformationFactory.of(
            "rand-augment",
            "Applies some random operations of one strength (RandAugment)",
            RandAugmentConfig.class,
            (config, context) -> RandomChain.randAugment(config, context.imageShape())),
        TransformationFactory.of(
            "trivial-augment",
            "Applies one random operation of any strength (TrivialAugment)",
            TrivialAugmentConfig.class,
            (config, context) -> RandomChain.trivialAugment(config, context.imageShape())));
  }
}
