package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.learning.ObjectiveFactory;
import java.util.List;

/** Everything that decides what a run does. */
public record RunConfig(
    @Setting(value = "seed of the weights, the order of images and all draws", defaultsTo = "1")
        long seed,
    @Setting("which images to train and evaluate on") DataConfig data,
    @Setting(value = "the transformations that make a view, in their order", minSize = 1)
        List<StepConfig> pipeline,
    @Setting(value = "the network to train", defaultsTo = "resnet-18") BackboneConfig backbone,
    @Setting("the base method") PluginChoice<BaseModelFactory<?>> base,
    @Setting("the objective") PluginChoice<ObjectiveFactory<?>> objective,
    @Setting(value = "how long and with what to train", defaultsTo = "{}")
        TrainingConfig training) {

  /**
   * Checks the settings and keeps a copy of the pipeline.
   *
   * @throws io.equivar.api.config.ConfigurationException if the pipeline is empty
   */
  public RunConfig {
    Settings.of(RunConfig.class, seed, data, pipeline, backbone, base, objective, training).check();
    pipeline = List.copyOf(pipeline);
  }

  /** Returns the place of a step in the configuration, such as {@code pipeline[2]}. */
  public static String stepLocation(int step) {
    return "pipeline[" + step + "]";
  }
}
