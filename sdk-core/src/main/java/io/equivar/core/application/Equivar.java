package io.equivar.core.application;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.equivar.api.config.ConfigurationException;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigBuilder;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.data.DataOpener;
import io.equivar.core.data.cache.ImageCache;
import io.equivar.core.detect.DetectionEvaluation;
import io.equivar.core.exchange.ExportFormat;
import io.equivar.core.files.NewOutput;
import io.equivar.core.plugin.LoadedPlugins;
import io.equivar.core.plugin.PluginLoader;
import io.equivar.core.plugin.PluginModule;
import io.equivar.core.run.Demonstration;
import io.equivar.core.run.EncoderExport;
import io.equivar.core.run.EncoderTraining;
import io.equivar.core.run.Evaluation;
import io.equivar.core.run.Experiment;
import io.equivar.core.run.PipelineCost;
import io.equivar.core.run.PreviewJob;
import io.equivar.core.run.Reports;
import io.equivar.core.run.RunFolder;
import io.equivar.core.run.TrainedEncoder;
import io.equivar.core.run.TrainingListener;
import io.equivar.core.run.Workloads;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The SDK with its plugins loaded: where an application starts. It prints nothing and never ends
 * the process. Close it after everything that it gave.
 *
 * <pre>{@code
 * try (Equivar equivar = Equivar.open()) {
 *   RunConfig config =
 *       equivar
 *           .configure()
 *           .data("folder", Map.of("path", "photos"))
 *           .pipeline(
 *               Step.of("random-resized-crop").sharedByPair(),
 *               Step.of("color-jitter").sharedByPair().withProbability(0.8))
 *           .base("simclr")
 *           .objective("stl")
 *           .build();
 *   try (TrainedEncoder encoder = equivar.train(config)) {
 *     float[] representation = encoder.embed(Path.of("photos/cat.jpg"));
 *   }
 * }
 * }</pre>
 */
public final class Equivar implements AutoCloseable {

  private final LoadedPlugins plugins;
  private final Injector injector;

  private Equivar(LoadedPlugins plugins, Injector injector) {
    this.plugins = plugins;
    this.injector = injector;
  }

  /**
   * Loads the plugins of the class path, and keeps decoded images in the {@link #standardCache()}.
   *
   * @throws ConfigurationException if a plugin cannot be used, with all that is wrong
   */
  public static Equivar open() {
    return open(Optional.empty(), standardCache());
  }

  /**
   * Loads the plugins of the class path and of a folder.
   *
   * @param pluginsFolder a folder of jars; empty for the class path alone
   * @param cache where decoded images are kept; see {@link #standardCache()}
   * @throws ConfigurationException if a plugin cannot be used, with all that is wrong
   */
  public static Equivar open(Optional<Path> pluginsFolder, CacheFolder cache) {
    LoadedPlugins plugins = load(pluginsFolder);
    try {
      PluginModule module = new PluginModule(plugins.catalogOrThrow());
      return new Equivar(
          plugins, Guice.createInjector(Stage.PRODUCTION, module, new CoreModule(cache)));
    } catch (RuntimeException | Error e) {
      plugins.close();
      throw e;
    }
  }

  /**
   * Loads the plugins only, sound or not, to show the state of an installation.
   *
   * @param pluginsFolder a folder of jars; empty for the class path alone
   */
  public static LoadedPlugins load(Optional<Path> pluginsFolder) {
    PluginLoader loader = new PluginLoader();
    return pluginsFolder.isPresent() ? loader.load(pluginsFolder.get()) : loader.load();
  }

  /**
   * Returns where decoded images are kept by default: {@code equivar} in the folder {@code
   * XDG_CACHE_HOME}, or in {@code ~/.cache}.
   */
  public static CacheFolder standardCache() {
    String cacheHome = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse("");
    Path home = Path.of(System.getProperty("user.home"));
    return new CacheFolder(ImageCache.standardFolder(cacheHome, home));
  }

  /** Returns what builds the configuration of a run in Java. */
  public RunConfigBuilder configure() {
    return configurations().builder();
  }

  /**
   * Trains an encoder and keeps nothing else. While it trains, a folder for temporary files takes
   * the weights.
   *
   * @param listeners are told how it goes on, on this thread, and may end it
   * @throws ConfigurationException if the data are missing, or do not fit
   * @throws io.equivar.core.run.TrainingFailure if the loss stops being a number
   * @throws InterruptedException if the thread is interrupted
   */
  public TrainedEncoder train(RunConfig config, TrainingListener... listeners)
      throws InterruptedException {
    return injector.getInstance(EncoderTraining.class).train(config, List.of(listeners));
  }

  /**
   * Trains an encoder and records the run: configuration, metrics, TensorBoard events, checkpoint
   * and summary.
   *
   * @param runFolder new or empty
   * @param listeners are told how it goes on, on this thread, and may end it
   * @throws ConfigurationException if the data are missing, or do not fit, or there is something in
   *     the folder
   * @throws io.equivar.core.run.TrainingFailure if the loss stops being a number
   * @throws InterruptedException if the thread is interrupted
   */
  public TrainedEncoder train(RunConfig config, Path runFolder, TrainingListener... listeners)
      throws InterruptedException {
    return injector
        .getInstance(EncoderTraining.class)
        .train(config, RunFolder.create(runFolder), List.of(listeners));
  }

  /**
   * Opens the encoder of a run that was recorded, by this program or by {@code equivar train}. The
   * data that it was trained on are not needed.
   *
   * @throws ConfigurationException if it is not the folder of a run that was trained, or a plugin
   *     that it needs is not installed
   */
  public TrainedEncoder encoder(Path runFolder) {
    return injector.getInstance(EncoderTraining.class).open(RunFolder.open(runFolder));
  }

  /**
   * Makes a run of weights that were trained elsewhere, and opens its encoder. The run can also be
   * evaluated and exported. To train from such weights, train with that configuration. The data are
   * not needed.
   *
   * @param config whose {@code backbone.NAME.weights} names a file, safetensors or npz, with the
   *     names of torchvision's ResNets
   * @param runFolder new or empty
   * @param listeners are told what was read and left out
   * @throws ConfigurationException if the configuration names no weights, they cannot be used, or
   *     there is something in the folder
   * @throws InterruptedException if the thread is interrupted
   */
  public TrainedEncoder importWeights(
      RunConfig config, Path runFolder, TrainingListener... listeners) throws InterruptedException {
    return injector
        .getInstance(EncoderTraining.class)
        .adopt(config, RunFolder.create(runFolder), List.of(listeners));
  }

  /**
   * Exports the backbone of a run for other programs.
   *
   * @param output where to; appears whole or not at all
   * @throws ConfigurationException if it is not the folder of a run that was trained, there is
   *     something at the target that may not be replaced, or the format does not fit the run
   * @throws java.io.UncheckedIOException if it cannot be written
   * @throws InterruptedException if the thread is interrupted
   */
  public void export(Path runFolder, ExportFormat format, NewOutput output)
      throws InterruptedException {
    exports().export(RunFolder.open(runFolder), format, output, notice -> {});
  }

  /** Returns what exports encoders. */
  public EncoderExport exports() {
    return injector.getInstance(EncoderExport.class);
  }

  /** Returns what reads and writes the configurations of runs. */
  public RunConfigYaml configurations() {
    return injector.getInstance(RunConfigYaml.class);
  }

  /** Returns what opens data. */
  public DataOpener data() {
    return injector.getInstance(DataOpener.class);
  }

  /** Returns what trains, evaluates and records. */
  public Experiment experiment() {
    return injector.getInstance(Experiment.class);
  }

  /** Returns what evaluates representations. */
  public Evaluation evaluation() {
    return injector.getInstance(Evaluation.class);
  }

  /** Returns what evaluates backbones by detection. */
  public DetectionEvaluation detection() {
    return injector.getInstance(DetectionEvaluation.class);
  }

  /** Returns what tells the cost of pipelines. */
  public PipelineCost pipelineCost() {
    return injector.getInstance(PipelineCost.class);
  }

  /** Returns what draws views. */
  public PreviewJob preview() {
    return injector.getInstance(PreviewJob.class);
  }

  /** Returns what makes pages that show runs. */
  public Reports reports() {
    return injector.getInstance(Reports.class);
  }

  /** Returns what shows SimCLR and STL side by side. */
  public Demonstration demonstration() {
    return injector.getInstance(Demonstration.class);
  }

  /** Returns the parts of a training, to be timed. */
  public Workloads workloads() {
    return injector.getInstance(Workloads.class);
  }

  @Override
  public void close() {
    plugins.close();
  }
}
