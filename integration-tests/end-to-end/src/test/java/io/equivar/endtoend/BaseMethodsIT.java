package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.data.DataSplits;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.run.StepLosses;
import io.equivar.core.run.TrainedEncoder;
import io.equivar.core.run.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every base method learns, alone and under STL, and its representations do not collapse. */
class BaseMethodsIT {

  private static final int STEPS = 30;

  /** The base methods, with heads that suit the small backbone. */
  private static final Map<String, String> BASES =
      Map.of(
          "simclr", "{projector: [32, 16]}",
          "byol", "{projector: [32, 16], predictor: [32, 16]}",
          "simsiam", "{projector: [32, 16], predictor: [8, 16]}",
          "barlow-twins", "{projector: [32, 32]}",
          "vicreg", "{projector: [32, 32, 32]}",
          "moco", "{projector: [32, 16], queue-length: 64}");

  private static final Map<String, String> OBJECTIVES =
      Map.of("invariant", "{}", "stl", "{transformation-encoder: [16, 8]}");

  /**
   * The least standard deviation of a column of normalised representations, as a mean over columns:
   * a tenth of the {@code 1 / sqrt(32)} that representations in all directions have (Chen and He
   * 2021, section 4.1). Collapsed ones have 0.
   */
  private static final double LEAST_DEVIATION = 0.1 / Math.sqrt(32);

  @TempDir private static Path folder;

  private static Equivar equivar;

  @BeforeAll
  static void open() {
    equivar = Equivar.open(Optional.empty(), new CacheFolder(folder.resolve("cache")));
  }

  @AfterAll
  static void close() {
    equivar.close();
  }

  static Stream<Arguments> combinations() {
    return BASES.keySet().stream()
        .sorted()
        .flatMap(
            base ->
                OBJECTIVES.keySet().stream()
                    .sorted()
                    .map(objective -> Arguments.of(base, objective)));
  }

  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("combinations")
  void learnsAndDoesNotCollapse(String base, String objective) throws InterruptedException {
    RunConfig config =
        equivar.configurations().parse(configuration(base, objective), "test", List.of());
    List<Double> losses = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(long step, StepLosses stepLosses) {
            losses.add(stepLosses.total());
          }
        };
    try (TrainedEncoder encoder = equivar.train(config, listener);
        DataSplits data = equivar.data().open(config.data(), notice -> {})) {
      double deviation = deviation(encoder.embed(data.test().orElseThrow()).normalized());
      // MoCo's first steps fill its queue, which makes its task harder.
      int start = base.equals("moco") ? 5 : 0;
      double early = mean(losses.subList(start, start + 5));
      double late = mean(losses.subList(STEPS - 5, STEPS));
      System.out.printf(
          Locale.ROOT,
          "%s under %s: loss %.4f, then %.4f; standard deviation of features %.4f%n",
          base,
          objective,
          early,
          late,
          deviation);

      assertThat(losses).hasSize(STEPS).allMatch(Double::isFinite);
      assertThat(late).isLessThan(early);
      assertThat(deviation).isGreaterThan(LEAST_DEVIATION);
    }
  }

  private static String configuration(String base, String objective) {
    return """
        seed: 7
        data: {generated: {train: 160, test: 96, image-size: 16}}
        pipeline:
          - random-resized-crop: {area: [0.2, 1]}
            share: pair
          - color-jitter: {hue: 0.1}
            share: pair
            probability: 0.8
          - horizontal-flip: {}
            probability: 0.5
          - normalize: {}
        backbone:
          resnet-18: {stem: small, width: 4}
        base:
          %s: %s
        objective:
          %s: %s
        training:
          epochs: 3
          batch-size: 16
        """
        .formatted(base, BASES.get(base), objective, OBJECTIVES.get(objective));
  }

  /** The standard deviation of each column, and their mean. */
  private static double deviation(LabelledFeatures features) {
    double sum = 0;
    for (int column = 0; column < features.width(); column++) {
      double total = 0;
      double squares = 0;
      for (int row = 0; row < features.size(); row++) {
        double value = features.values()[row * features.width() + column];
        total += value;
        squares += value * value;
      }
      double mean = total / features.size();
      sum += Math.sqrt(Math.max(0, squares / features.size() - mean * mean));
    }
    return sum / features.width();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
