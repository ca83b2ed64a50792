package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.binding.RecordBinder;
import io.equivar.core.config.BackboneConfig;
import io.equivar.core.exchange.WeightsReader;
import io.equivar.core.train.TrainingGraph;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The weights with which a training starts where they are not random. */
final class StartingWeights {

  private StartingWeights() {}

  /**
   * Reads those that a configuration names.
   *
   * @param notices is told what was read
   * @return by the name of the variable; empty for random ones
   * @throws ConfigurationException if the file cannot be used, with all that is wrong
   */
  static Map<String, float[]> read(BackboneConfig config, Consumer<String> notices) {
    if (config.weights().equals(BackboneConfig.RANDOM)) {
      return Map.of();
    }
    Map<String, float[]> weights = new HashMap<>();
    WeightsReader.read(path(config), config.spec(), notices)
        .values()
        .forEach((name, values) -> weights.put(TrainingGraph.BACKBONE + "." + name, values));
    return weights;
  }

  /** Returns the setting that names the file. */
  static String key(BackboneConfig config) {
    return "backbone." + RecordBinder.alternativeName(config.getClass()) + ".weights";
  }

  private static Path path(BackboneConfig config) {
    try {
      return Path.of(config.weights());
    } catch (InvalidPathException e) {
      throw new ConfigurationException(
          Problem.of(key(config), "must be random or a path", config.weights()));
    }
  }
}
