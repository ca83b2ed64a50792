package io.equivar.core.run;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.config.RunConfig;
import io.equivar.core.pipeline.HostCost;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.Pipeline;
import jakarta.inject.Inject;
import java.util.Random;

/** Tells what the steps of a configuration cost that run on the host, without opening its data. */
public final class PipelineCost {

  private static final int BATCH_SIZE = 32;

  private final Components components;

  @Inject
  PipelineCost(Components components) {
    this.components = components;
  }

  /** Makes views of noise in the size of the configuration's images. */
  public HostCost measure(RunConfig config) {
    ImageShape shape = config.data().imageShape();
    byte[] noise = new byte[BATCH_SIZE * shape.height() * shape.width() * 3];
    new Random(config.seed()).nextBytes(noise);
    return measure(config, components.pipeline(config, shape), noise, BATCH_SIZE);
  }

  /**
   * Makes views of images.
   *
   * @param images {@code uint8 [batchSize, height, width, 3]}, row-major
   */
  HostCost measure(RunConfig config, Pipeline pipeline, byte[] images, int batchSize) {
    try (HostSteps hostSteps =
        HostSteps.of(pipeline, batchSize, components.sessionOptions(config))) {
      ParameterSampler sampler = new ParameterSampler(pipeline, batchSize, config.seed());
      return HostCost.measure(pipeline, hostSteps, images, sampler.draw(0));
    }
  }
}
