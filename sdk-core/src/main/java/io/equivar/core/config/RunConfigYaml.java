package io.equivar.core.config;

import io.equivar.api.config.ConfigurationException;
import io.equivar.core.binding.Node;
import io.equivar.core.binding.Problems;
import io.equivar.core.binding.RecordBinder;
import io.equivar.core.binding.SettingOverride;
import io.equivar.core.binding.YamlReader;
import io.equivar.core.binding.YamlWriter;
import io.equivar.core.plugin.PluginCatalog;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads and writes the configuration of runs. */
public final class RunConfigYaml {

  private final RecordBinder binder;
  private final RecordBinder recordedBinder;

  /**
   * Makes a reader and writer.
   *
   * @param catalog which transformations, base methods and objectives there are
   */
  @Inject
  public RunConfigYaml(PluginCatalog catalog) {
    this.binder = binder(catalog, new DataConfigCodec(true));
    this.recordedBinder = binder(catalog, new DataConfigCodec(false));
  }

  private static RecordBinder binder(PluginCatalog catalog, DataConfigCodec data) {
    PluginChoiceCodec choices = new PluginChoiceCodec(catalog);
    return new RecordBinder(
        Map.of(
            PluginChoice.class,
            choices,
            StepConfig.class,
            new StepConfigCodec(choices),
            DataConfig.class,
            data));
  }

  /**
   * Reads a file.
   *
   * @param overrides such as {@code training.epochs=5}, later ones over earlier ones
   * @throws ConfigurationException with all problems: of the file, the overrides, and folders that
   *     do not exist; relative folders are those of the process's working directory
   */
  public RunConfig read(Path file, List<String> overrides) {
    return bind(binder, YamlReader.read(file), overrides);
  }

  /**
   * Reads the file of a run that was made, whose data may no longer be there.
   *
   * @throws ConfigurationException with all problems
   */
  public RunConfig readRecorded(Path file) {
    return readRecorded(file, List.of());
  }

  /**
   * Reads the file of a run that was made, whose data may no longer be there.
   *
   * @param overrides such as {@code training.threads=2}, later ones over earlier ones
   * @throws ConfigurationException with all problems
   */
  public RunConfig readRecorded(Path file, List<String> overrides) {
    return bind(recordedBinder, YamlReader.read(file), overrides);
  }

  /**
   * Reads text.
   *
   * @param label what messages call the text
   * @throws ConfigurationException as {@link #read}
   */
  public RunConfig parse(String text, String label, List<String> overrides) {
    return bind(binder, YamlReader.parse(text, label), overrides);
  }

  /**
   * Returns YAML of which {@link #read} makes an equal configuration: every default is filled in,
   * every plugin's id is a full one.
   */
  public String write(RunConfig config) {
    return YamlWriter.write(binder.write(config));
  }

  /** Returns what builds a configuration in Java, all of it still to be said. */
  public RunConfigBuilder builder() {
    return new RunConfigBuilder(root -> bind(binder, root, new Problems()));
  }

  /** Returns what builds a configuration in Java that is {@code config} but for what is said. */
  public RunConfigBuilder builder(RunConfig config) {
    return builder().over((Node.Mapping) binder.write(config));
  }

  private static RunConfig bind(RecordBinder binder, Node root, List<String> overrides) {
    Problems problems = new Problems();
    Node changed = root;
    for (String override : overrides) {
      try {
        changed = SettingOverride.parse(override).apply(changed);
      } catch (ConfigurationException e) {
        problems.addAll(e.problems());
      }
    }
    return bind(binder, changed, problems);
  }

  private static RunConfig bind(RecordBinder binder, Node root, Problems problems) {
    RunConfig config = binder.bind(RunConfig.class, root, problems);
    problems.check();
    if (config == null) {
      throw new IllegalStateException("the configuration was not bound, for no reason given");
    }
    return config;
  }
}
