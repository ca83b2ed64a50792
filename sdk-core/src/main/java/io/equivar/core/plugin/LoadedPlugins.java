package io.equivar.core.plugin;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.util.List;

/**
 * The plugins that were found: those that passed all checks, and what is wrong with the others.
 * Keep it open for as long as anything of a plugin is in use: the classes of the plugins folder are
 * read on demand.
 */
public final class LoadedPlugins implements AutoCloseable {

  private final PluginCatalog catalog;
  private final List<Problem> problems;
  private final List<Throwable> causes;
  private final List<URLClassLoader> loaders;

  LoadedPlugins(PluginCatalog catalog, Refusals refusals, List<URLClassLoader> loaders) {
    this.catalog = catalog;
    this.problems = refusals.problems();
    this.causes = refusals.causes();
    this.loaders = List.copyOf(loaders);
  }

  /**
   * Returns what the sound plugins offer, whatever is wrong with others: for commands that show the
   * state of an installation.
   */
  public PluginCatalog catalog() {
    return catalog;
  }

  /** Returns what is wrong with the plugins that are not in the catalog; empty if nothing is. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Returns what the plugins offer, for commands that do work: a run must not differ from what its
   * user installed.
   *
   * @throws ConfigurationException with all problems, if there are any; failures inside plugins are
   *     its suppressed exceptions
   */
  public PluginCatalog catalogOrThrow() {
    if (problems.isEmpty()) {
      return catalog;
    }
    ConfigurationException failure = new ConfigurationException(problems);
    causes.forEach(failure::addSuppressed);
    throw failure;
  }

  /**
   * Closes the jars of the plugins folder. Classes that were not loaded until then cannot be any
   * more.
   *
   * @throws UncheckedIOException if a jar cannot be closed; the others are, even so
   */
  @Override
  public void close() {
    close(loaders);
  }

  static void close(List<URLClassLoader> loaders) {
    IOException failure = new IOException("cannot close the jars of the plugins folder");
    for (URLClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw new UncheckedIOException(failure);
    }
  }
}
