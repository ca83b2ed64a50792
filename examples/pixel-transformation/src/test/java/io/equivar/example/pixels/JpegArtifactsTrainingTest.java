package io.equivar.example.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.run.StepLosses;
import io.equivar.core.run.TrainedEncoder;
import io.equivar.core.run.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains as the configuration beside this module says. */
class JpegArtifactsTrainingTest {

  @TempDir private Path cache;

  @Test
  void trainsBesideStepsOfTheGraph() throws InterruptedException {
    List<Double> losses = train("training.epochs=6");

    assertThat(losses).hasSize(24).allMatch(Double::isFinite);
    assertThat(mean(losses.subList(20, 24))).isLessThan(mean(losses.subList(0, 4)));
  }

  @Test
  void givesTheSameLossesWhateverTheNumberOfDataThreads() throws InterruptedException {
    List<Double> alone = train("training.epochs=1", "training.data-threads=1");

    assertThat(train("training.epochs=1", "training.data-threads=2")).isEqualTo(alone);
    assertThat(train("training.epochs=1", "training.data-threads=8")).isEqualTo(alone);
  }

  private List<Double> train(String... overrides) throws InterruptedException {
    List<Double> losses = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(long step, StepLosses made) {
            losses.add(made.total());
          }
        };
    try (Equivar equivar = Equivar.open(Optional.empty(), new CacheFolder(cache))) {
      RunConfig config = equivar.configurations().read(Path.of("run.yaml"), List.of(overrides));
      try (TrainedEncoder encoder = equivar.train(config, listener)) {
        assertThat(encoder.width()).isEqualTo(32);
      }
    }
    return losses;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
