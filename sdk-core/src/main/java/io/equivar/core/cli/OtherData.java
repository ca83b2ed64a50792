package io.equivar.core.cli;

import io.equivar.core.binding.RecordBinder;
import io.equivar.core.config.NamedData;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.data.catalog.Catalog;
import io.equivar.core.data.catalog.Dataset;
import io.equivar.core.data.catalog.Metric;
import io.equivar.core.evaluate.Accuracy;
import io.equivar.core.run.RunFolder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data that a run is evaluated on, where they are not its own. */
final class OtherData {

  private final Optional<NamedData> named;
  private final int imageSize;

  private OtherData(Optional<NamedData> named, int imageSize) {
    this.named = named;
    this.imageSize = imageSize;
  }

  /**
   * Reads what the user wrote.
   *
   * @param text {@code NAME=DIR}; null for the run's own data
   */
  static OtherData of(@Nullable String text, RunConfigYaml configurations, RunFolder run) {
    if (text == null) {
      return new OtherData(Optional.empty(), 0);
    }
    NamedData named = NamedData.parse(text);
    // The network saw images of this size, unless the user overrides it.
    int size = configurations.readRecorded(run.configuration()).data().imageShape().height();
    return new OtherData(Optional.of(named), size);
  }

  /** Returns the user's overrides after the one that these data need. */
  List<String> overrides(List<String> given) {
    return Stream.concat(named.map(data -> data.override(imageSize)).stream(), given.stream())
        .toList();
  }

  /** Returns what is added to the name of the result's file; nothing for the run's own data. */
  String suffix() {
    return named.map(data -> "-" + data.name()).orElse("");
  }

  /** Returns how predictions are counted: as given, else as is usual for the data. */
  Accuracy accuracy(@Nullable Accuracy given, RunConfig config) {
    if (given != null) {
      return given;
    }
    Optional<Metric> metric =
        Catalog.named(RecordBinder.alternativeName(config.data().getClass())).map(Dataset::metric);
    return metric.filter(Metric.MEAN_PER_CLASS::equals).isPresent()
        ? Accuracy.MEAN_PER_CLASS
        : Accuracy.TOP_1;
  }
}
