package io.equivar.core.run;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.bench.StepProfile;
import io.equivar.core.bench.Workload;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataOpener;
import io.equivar.core.data.DataSplits;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.Pipeline;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The parts of a training, each by itself, to be timed. Images are noise, which costs as much as
 * any others.
 */
public final class Workloads {

  /** Enough for parameters to vary, and few enough to be drawn at once. */
  private static final int BATCHES = 8;

  private static final double LEARNING_RATE = 1e-4;

  private final Components components;
  private final TrainingJob training;
  private final DataOpener opener;

  @Inject
  Workloads(Components components, TrainingJob training, DataOpener opener) {
    this.components = components;
    this.training = training;
    this.opener = opener;
  }

  /** Makes whole training steps, augmentation included. */
  public Workload step(RunConfig config) {
    Pipeline pipeline = components.pipeline(config, config.data().imageShape());
    List<Batch> batches = batches(config, pipeline);
    TrainingRun run = training.open(config, pipeline, Map.of());
    return new Repeated(
        config.training().batchSize(),
        number -> run.step(batches.get(number % BATCHES), LEARNING_RATE, 0, true),
        run::close);
  }

  /**
   * Traces whole training steps.
   *
   * @param warmUps steps that are not traced
   * @param steps that are
   */
  public StepProfile profile(RunConfig config, int warmUps, int steps) {
    Pipeline pipeline = components.pipeline(config, config.data().imageShape());
    List<Batch> batches = batches(config, pipeline);
    try (TrainingRun run = training.open(config, pipeline, Map.of())) {
      for (int i = 0; i < warmUps; i++) {
        run.step(batches.get(i % BATCHES), LEARNING_RATE, 0, true);
      }
      return StepProfile.of(
          IntStream.range(0, steps)
              .mapToObj(i -> run.trace(batches.get(i % BATCHES), LEARNING_RATE))
              .toList());
    }
  }

  /** Makes both views of batches. */
  public Workload augment(RunConfig config) {
    Pipeline pipeline = components.pipeline(config, config.data().imageShape());
    List<Batch> batches = batches(config, pipeline);
    ViewRun run = new ViewRun(pipeline, config, components.sessionOptions(config));
    return new Repeated(
        config.training().batchSize(),
        number -> run.views(batches.get(number % BATCHES)),
        run::close);
  }

  /** Predicts by the hypernetwork in both directions, and trains it. */
  public Workload hypernetwork(RunConfig config, int width, int codeWidth) {
    HypernetworkRun run =
        new HypernetworkRun(
            config.training().batchSize(), width, codeWidth, components.sessionOptions(config));
    return new Repeated(config.training().batchSize(), number -> run.step(), run::close);
  }

  /** Computes representations. */
  public Workload embed(RunConfig config) {
    ImageShape shape = config.data().imageShape();
    FeatureExtractor extractor = components.featureExtractor(config, shape);
    extractor.initialize(config.seed());
    int count = config.training().batchSize();
    byte[] pixels = noise(config.seed(), shape, count);
    return new Repeated(count, number -> extractor.extract(pixels, count), extractor::close);
  }

  /** Assembles batches from the configuration's data. */
  public Workload data(RunConfig config) {
    DataSplits splits = opener.open(config.data(), notice -> {});
    try {
      return DataRun.of(
          splits,
          components.pipeline(config, splits.training().shape()),
          config,
          components.sessionOptions(config));
    } catch (RuntimeException | Error e) {
      splits.close();
      throw e;
    }
  }

  private List<Batch> batches(RunConfig config, Pipeline pipeline) {
    int size = config.training().batchSize();
    ParameterSampler sampler = new ParameterSampler(pipeline, size, config.seed());
    byte[] pixels = noise(config.seed(), config.data().imageShape(), size);
    List<Batch> batches = new ArrayList<>();
    try (HostSteps hostSteps = HostSteps.of(pipeline, size, components.sessionOptions(config))) {
      for (int i = 0; i < BATCHES; i++) {
        var drawn = sampler.draw(i);
        batches.add(new Batch(i, 0, hostSteps.feed(pixels, drawn), drawn));
      }
    }
    return batches;
  }

  private static byte[] noise(long seed, ImageShape shape, int count) {
    byte[] noise =
        new byte[Math.multiplyExact(count, Math.multiplyExact(shape.height() * shape.width(), 3))];
    new Random(seed).nextBytes(noise);
    return noise;
  }
}
