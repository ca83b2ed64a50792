package io.equivar.core.run;

import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Objective;
import io.equivar.core.backbone.ResNet;
import io.equivar.core.config.AdamConfig;
import io.equivar.core.config.AdamWConfig;
import io.equivar.core.config.LarsConfig;
import io.equivar.core.config.OptimizerConfig;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.SgdConfig;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.evaluate.PairNetwork;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.train.Adam;
import io.equivar.core.train.Lars;
import io.equivar.core.train.Optimizer;
import io.equivar.core.train.Sgd;
import io.equivar.core.train.WeightDecay;
import jakarta.inject.Inject;
import java.util.Optional;

/** Makes what a configuration names: the pipeline, the base method, the objective, the backbone. */
public final class Components {

  @Inject
  Components() {}

  /**
   * Makes the pipeline.
   *
   * @param input the size of the images that enter
   */
  public Pipeline pipeline(RunConfig config, ImageShape input) {
    return new PipelineAssembly(input).assemble(config.pipeline());
  }

  /** Makes the base method. */
  public BaseModel base(RunConfig config, ImageShape views) {
    return PluginCreation.base(config.base(), new Place(config.base().location("base"), views));
  }

  /** Makes the objective. */
  public Objective objective(RunConfig config, ImageShape views) {
    return PluginCreation.objective(
        config.objective(), new Place(config.objective().location("objective"), views));
  }

  /** Makes the optimiser. */
  public Optimizer optimizer(RunConfig config) {
    OptimizerConfig optimizer = config.training().optimizer();
    if (optimizer instanceof SgdConfig sgd) {
      return new Sgd(sgd.momentum(), new WeightDecay(sgd.weightDecay(), sgd.decayBiasAndNorm()));
    }
    if (optimizer instanceof LarsConfig lars) {
      return new Lars(
          lars.momentum(),
          lars.trustCoefficient(),
          new WeightDecay(lars.weightDecay(), lars.decayBiasAndNorm()));
    }
    if (optimizer instanceof AdamConfig adam) {
      return new Adam(
          adam.beta1(),
          adam.beta2(),
          adam.epsilon(),
          new WeightDecay(adam.weightDecay(), adam.decayBiasAndNorm()),
          false);
    }
    if (optimizer instanceof AdamWConfig adam) {
      return new Adam(
          adam.beta1(),
          adam.beta2(),
          adam.epsilon(),
          new WeightDecay(adam.weightDecay(), adam.decayBiasAndNorm()),
          true);
    }
    throw new IllegalStateException("no optimiser for " + optimizer);
  }

  /** Returns how sessions run. */
  public SessionOptions sessionOptions(RunConfig config) {
    return new SessionOptions(config.training().precision(), config.training().threads());
  }

  /**
   * Makes the network that is evaluated, without weights.
   *
   * @param input the size of the images that enter
   */
  public FeatureExtractor featureExtractor(RunConfig config, ImageShape input) {
    return new FeatureExtractor(
        pipeline(config, input),
        g -> ResNet.make(g, config.backbone().spec()),
        sessionOptions(config));
  }

  /**
   * Makes the network that compares images with versions of them, without weights.
   *
   * @param pipeline of the configuration, {@linkplain Pipeline#skippable() skippable}
   * @param withObjective whether what the objective learned is part of it; if not, the encoder
   *     alone
   * @param batchSize number of images at once, even
   * @throws io.equivar.api.config.ConfigurationException if the objective lacks something in the
   *     views, such as a label
   */
  public PairNetwork pairNetwork(
      RunConfig config, Pipeline pipeline, boolean withObjective, int batchSize) {
    return new PairNetwork(
        pipeline,
        batchSize,
        g -> ResNet.make(g, config.backbone().spec()),
        withObjective ? Optional.of(objective(config, pipeline.outputShape())) : Optional.empty(),
        sessionOptions(config));
  }

  record Place(String location, ImageShape imageShape) implements CreationContext {}
}
