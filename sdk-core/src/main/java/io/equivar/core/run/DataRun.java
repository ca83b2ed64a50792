package io.equivar.core.run;

import io.equivar.core.bench.Workload;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataSplits;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.Pipeline;

/** Takes batches as a training that does nothing with them. */
final class DataRun {

  private DataRun() {}

  /** Starts; closes {@code splits} with the workload. */
  static Workload of(
      DataSplits splits, Pipeline pipeline, RunConfig config, SessionOptions options) {
    int size = config.training().batchSize();
    EpochOrder order = new EpochOrder(splits.training().size(), size, config.seed());
    HostSteps hostSteps = HostSteps.of(pipeline, size, options);
    BatchSource source =
        new BatchSource(
            splits.training(),
            new ParameterSampler(pipeline, size, config.seed()),
            hostSteps,
            order,
            0,
            (long) order.batches() * config.training().epochs(),
            config.training().effectiveDataThreads());
    return new Repeated(
        size,
        number -> source.next(),
        () -> {
          source.close();
          hostSteps.close();
          splits.close();
        });
  }
}
