package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.binding.Alternative;

/** ResNet-50: representations are 2048 wide at width 64. */
@Alternative(
    value = "resnet-50",
    description =
        "A network of 50 layers; representations are 32 times as long as the width, 2,048 by default")
public record ResNet50Config(
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
  public ResNet50Config {
    Settings.of(ResNet50Config.class, stem, width, zeroInitResidual, weights).check();
  }

  @Override
  public ResNetSpec spec() {
    return new ResNetSpec(ResNetSpec.Depth.RESNET_50, stem, width, zeroInitResidual);
  }
}
