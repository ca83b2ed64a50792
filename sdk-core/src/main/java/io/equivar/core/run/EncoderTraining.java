package io.equivar.core.run;

import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.files.Folders;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains encoders for the program that calls, and opens those that were trained before. */
public final class EncoderTraining {

  private final Experiment experiment;
  private final RunConfigYaml configurations;
  private final Components components;

  @Inject
  EncoderTraining(Experiment experiment, RunConfigYaml configurations, Components components) {
    this.experiment = experiment;
    this.configurations = configurations;
    this.components = components;
  }

  /**
   * Trains, and keeps nothing but the encoder.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public TrainedEncoder train(RunConfig config, List<TrainingListener> listeners)
      throws InterruptedException {
    try {
      Path temporary = Files.createTempDirectory("equivar-");
      try {
        return train(config, new RunFolder(temporary), listeners);
      } finally {
        Folders.delete(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder for temporary files", e);
    }
  }

  /**
   * Trains, and records the run.
   *
   * @param folder new and empty; holds the record afterwards
   * @throws InterruptedException if the thread is interrupted
   */
  public TrainedEncoder train(RunConfig config, RunFolder folder, List<TrainingListener> listeners)
      throws InterruptedException {
    experiment.run(config, folder, new TrainingListeners(listeners), Optional.empty());
    return open(config, folder);
  }

  /**
   * Makes a run of weights that were trained elsewhere.
   *
   * @param config names them
   * @param folder new and empty; holds the record afterwards
   * @throws InterruptedException if the thread is interrupted
   */
  public TrainedEncoder adopt(RunConfig config, RunFolder folder, List<TrainingListener> listeners)
      throws InterruptedException {
    experiment.adopt(config, folder, new TrainingListeners(listeners));
    return open(config, folder);
  }

  /**
   * Opens the encoder of a run.
   *
   * @throws io.equivar.api.config.ConfigurationException if the run has no checkpoint, or its
   *     configuration names plugins that are not installed
   */
  public TrainedEncoder open(RunFolder folder) {
    return open(configurations.readRecorded(folder.configuration()), folder);
  }

  private TrainedEncoder open(RunConfig config, RunFolder folder) {
    Checkpoint checkpoint = folder.checkpoints().require(notice -> {});
    FeatureExtractor network = components.featureExtractor(config, config.data().imageShape());
    try {
      network.restore(checkpoint.variables());
      return new TrainedEncoder(network);
    } catch (RuntimeException | Error e) {
      network.close();
      throw e;
    }
  }
}
