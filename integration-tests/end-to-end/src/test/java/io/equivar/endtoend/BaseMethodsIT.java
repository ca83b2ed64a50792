package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.CacheFolder;
import java.nio.file.Path;
import java.util.List;
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

  /** See {@link LearningRun#spread}. */
  private static final double LEAST_SPREAD = 0.1;

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
    // MoCo's first steps fill its queue, which makes its task harder.
    int from = base.equals("moco") ? 5 : 0;
    LearningRun run = LearningRun.of(equivar, config);
    run.report(base + " under " + objective, from);

    assertThat(run.losses()).hasSize(STEPS).allMatch(Double::isFinite);
    assertThat(run.late()).isLessThan(run.early(from));
    assertThat(run.spread()).isGreaterThan(LEAST_SPREAD);
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
}
