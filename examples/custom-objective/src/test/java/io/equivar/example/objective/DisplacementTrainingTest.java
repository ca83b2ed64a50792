package io.equivar.example.objective;

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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains as the configuration beside this module say. */
class DisplacementTrainingTest {

  @TempDir private Path cache;

  @Test
  void trainsBothTerms() throws InterruptedException {
    List<Metrics> metrics = train("run.yaml");
    Map<String, Double> first = metrics.get(0).terms();
    Map<String, Double> last = metrics.get(metrics.size() - 1).terms();

    assertThat(first).containsOnlyKeys("invariance", "equivariance");
    assertThat(last.get("invariance")).isPositive().isLessThan(first.get("invariance"));
    assertThat(last.get("equivariance")).isPositive().isLessThan(first.get("equivariance"));
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
}
