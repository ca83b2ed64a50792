package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Settings;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.exchange.BackboneExport;
import io.equivar.core.exchange.BackboneWeights;
import io.equivar.core.exchange.ExportFormat;
import io.equivar.core.files.NewOutput;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Exports the encoders of runs for other programs. */
public final class EncoderExport {

  private final RunConfigYaml configurations;
  private final Components components;

  @Inject
  EncoderExport(RunConfigYaml configurations, Components components) {
    this.configurations = configurations;
    this.components = components;
  }

  /**
   * Exports the backbone of a run, as its last checkpoint has it.
   *
   * @param output where to; appears whole or not at all
   * @param notices is told of damaged checkpoints that are passed over
   * @throws ConfigurationException if the run has no checkpoint, there is something at the target,
   *     or the format does not fit the run
   * @throws java.io.UncheckedIOException if it cannot be written
   * @throws InterruptedException if the thread is interrupted
   */
  public void export(
      RunFolder folder, ExportFormat format, NewOutput output, Consumer<String> notices)
      throws InterruptedException {
    BackboneExport.requireFree(format, output);
    RunConfig config = configurations.readRecorded(folder.configuration());
    Checkpoint checkpoint = folder.checkpoints().require(notices);
    BackboneWeights weights;
    try (FeatureExtractor network =
        components.featureExtractor(config, config.data().imageShape())) {
      network.restore(checkpoint.variables());
      weights = new BackboneWeights(config.backbone().spec(), network.weights());
    }
    new BackboneExport(
            components.pipeline(config, config.data().imageShape()),
            weights,
            checkpoint.position().step(),
            metadata(config, checkpoint))
        .write(format, output);
  }

  private Map<String, String> metadata(RunConfig config, Checkpoint checkpoint) {
    ResNetSpec spec = config.backbone().spec();
    Map<String, String> metadata = new LinkedHashMap<>();
    // Some loaders of safetensors ask for this one.
    metadata.put("format", "pt");
    metadata.put(
        "equivar.version",
        Optional.ofNullable(EncoderExport.class.getPackage().getImplementationVersion())
            .orElse("unpackaged"));
    metadata.put("equivar.backbone", Settings.key(spec.depth().name()));
    metadata.put("equivar.stem", Settings.key(spec.stem().name()));
    metadata.put("equivar.width", Integer.toString(spec.width()));
    metadata.put("equivar.representation", Integer.toString(spec.representationWidth()));
    metadata.put("equivar.steps", Long.toString(checkpoint.position().step()));
    metadata.put("equivar.configuration", configurations.write(config));
    return metadata;
  }
}
