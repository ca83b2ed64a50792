package io.equivar.core.cli;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.binding.Suggestions;
import io.equivar.core.data.catalog.Catalog;
import io.equivar.core.data.catalog.Dataset;
import java.util.List;

/** Finds data sets by the names that users write. */
final class KnownDatasets {

  private KnownDatasets() {}

  /**
   * Returns the data set of a name.
   *
   * @throws ConfigurationException if there is none
   */
  static Dataset named(String name) {
    List<String> names = Catalog.all().stream().map(Dataset::name).toList();
    return Catalog.named(name)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    new Problem(
                        "NAME",
                        "must name one of " + String.join(", ", names),
                        name,
                        Suggestions.nearest(name, names)
                            .map(nearest -> "Did you mean " + nearest + "?")
                            .orElse(""))));
  }
}
