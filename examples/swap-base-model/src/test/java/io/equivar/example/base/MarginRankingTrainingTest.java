package io.equivar.example.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.report.Metrics;
import io.equivar.core.run.TrainedEncoder;
import io.equivar.core.run.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains as the configurations beside this module say. */
class MarginRankingTrainingTest {

  @TempDir private Path cache;

  @Test
  void trainsAlone() throws InterruptedException {
    List<Metrics> metrics = train("alone.yaml");

    assertThat(metrics.get(0).terms()).containsOnlyKeys("invariance");
    assertThat(last(metrics).loss()).isPositive().isLessThan(metrics.get(0).loss());
  }

  @Test
  void trainsUnderStl() throws InterruptedException {
    List<Metrics> metrics = train("with-stl.yaml");

    assertThat(metrics.get(0).terms())
        .containsOnlyKeys("invariance", "equivariance", "transformation");
    assertThat(last(metrics).loss()).isPositive().isLessThan(metrics.get(0).loss());
  }

  private List<Metrics> train(String configuration) throws InterruptedException {
    List<Metrics> logged = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void logged(Metrics metrics) {
            logged.add(metrics);
          }
        };
    try (Equivar equivar = Equivar.open(Optional.empty(), new CacheFolder(cache))) {
      RunConfig config = equivar.configurations().read(Path.of(configuration), List.of());
      try (TrainedEncoder encoder = equivar.train(config, listener)) {
        assertThat(encoder.width()).isEqualTo(32);
      }
    }
    return logged;
  }

  private static Metrics last(List<Metrics> metrics) {
    return metrics.get(metrics.size() - 1);
  }
}
