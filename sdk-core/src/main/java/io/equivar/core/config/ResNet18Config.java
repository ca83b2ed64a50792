package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.binding.Alternative;

/** ResNet-18: representations are 512 wide at width 64. */
@Alternative(
    value = "resnet-18",
    description =
        "A network of 18 layers; representations are 8 times as long as the width, 512 by default")
public record ResNet18Config(
    @Setting(
            value = "how images enter: standard halves them twice, small leaves their size",
            defaultsTo = "standard")
        ResNetSpec.Stem stem,
    @Setting(value = "channels of the first stage", defaultsTo = "64", min = 1, max = 1024)
        int width,
    @Setting(value = "whether every block starts as the identity", defaultsTo = "false")
        boolean zeroInitResidual,
    @Setting(
            value =
                "what training starts from: random, or a file with torchvision's names, safetensors"
                    + " or npz",
            defaultsTo = BackboneConfig.RANDOM)
        String weights)
    implements BackboneConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range
   */
  public ResNet18Config {
    Settings.of(ResNet18Config.class, stem, width, zeroInitResidual, weights).check();
  }

  @Override
  public ResNetSpec spec() {
    return new ResNetSpec(ResNetSpec.Depth.RESNET_18, stem, width, zeroInitResidual);
  }
}
