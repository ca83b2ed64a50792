package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.core.graph.Convolutions;
import io.equivar.core.graph.Precision;

/** How long and with what to train. The defaults are the paper's for STL-10. */
public record TrainingConfig(
    @Setting(value = "passes over the training images", defaultsTo = "200", min = 1) int epochs,
    @Setting(
            value = "images in a batch, of which two views each are made; even, for pairs",
            defaultsTo = "256",
            min = 2)
        int batchSize,
    @Setting(
            value =
                "batches whose mean gradient makes one update of the weights; negatives and batch"
                    + " statistics stay those of one batch",
            defaultsTo = "1",
            min = 1)
        int accumulateBatches,
    @Setting(value = "arithmetic of products", defaultsTo = "fp32") Precision precision,
    @Setting(
            value =
                "whether a seed repeats bit for bit on the same machine; false makes bf16 about a"
                    + " tenth faster, and changes nothing in fp32",
            defaultsTo = "true")
        boolean reproducible,
    @Setting(value = "how gradients become updates", defaultsTo = "sgd") OptimizerConfig optimizer,
    @Setting(value = "how the learning rate changes", defaultsTo = "{}") ScheduleConfig schedule,
    @Setting(
            value = "steps between two lines of the log",
            defaultsTo = "10",
            min = 1,
            unit = "steps")
        int logEverySteps,
    @Setting(value = "when the state is saved", defaultsTo = "{}") CheckpointConfig checkpoints,
    @Setting(value = "threads of TensorFlow; 0 for one per core", defaultsTo = "0", min = 0)
        int threads,
    @Setting(
            value =
                "threads that assemble batches and run Java pixel code; 0 for one per core; results"
                    + " do not depend on it",
            defaultsTo = "0",
            min = 0,
            max = 1024)
        int dataThreads) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range, the batch size is
   *     odd, or the warm-up is not shorter than the training
   */
  public TrainingConfig {
    Settings.of(
            TrainingConfig.class,
            epochs,
            batchSize,
            accumulateBatches,
            precision,
            reproducible,
            optimizer,
            schedule,
            logEverySteps,
            checkpoints,
            threads,
            dataThreads)
        .require(batchSize % 2 == 0, "batch-size", "must be even", batchSize)
        .require(
            epochs < 1 || schedule.warmUpEpochs() < epochs,
            "schedule.warm-up-epochs",
            "must be less than epochs (" + epochs + ")",
            schedule.warmUpEpochs())
        .check();
  }

  /** Returns how convolutions are computed. */
  public Convolutions convolutions() {
    return precision == Precision.BF16 && !reproducible
        ? Convolutions.FAST_IN_BFLOAT16
        : Convolutions.REPEATABLE;
  }

  /** Returns how many threads assemble batches, at least 1. */
  public int effectiveDataThreads() {
    return dataThreads == 0 ? Runtime.getRuntime().availableProcessors() : dataThreads;
  }
}
