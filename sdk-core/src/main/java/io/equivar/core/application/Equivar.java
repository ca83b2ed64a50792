package io.equivar.core.application;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.equivar.api.config.ConfigurationException;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.data.DataOpener;
import io.equivar.core.data.cache.ImageCache;
import io.equivar.core.plugin.LoadedPlugins;
import io.equivar.core.plugin.PluginLoader;
import io.equivar.core.plugin.PluginModule;
import io.equivar.core.run.Experiment;
import io.equivar.core.run.KnnEvaluation;
import io.equivar.core.run.PreviewJob;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The SDK with its plugins loaded: where an application starts. It prints nothing and never ends
 * the process. Close it after everything that it gave.
 */
public final class Equivar implements AutoCloseable {

  private final LoadedPlugins plugins;
  private final Injector injector;

  private Equivar(LoadedPlugins plugins, Injector injector) {
    this.plugins = plugins;
    this.injector = injector;
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

  /** Returns what evaluates by nearest neighbours. */
  public KnnEvaluation nearestNeighbours() {
    return injector.getInstance(KnnEvaluation.class);
  }

  /** Returns what draws views. */
  public PreviewJob preview() {
    return injector.getInstance(PreviewJob.class);
  }

  @Override
  public void close() {
    plugins.close();
  }
}
