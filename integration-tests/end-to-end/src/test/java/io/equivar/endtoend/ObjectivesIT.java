package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.CacheFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every objective learns on SimCLR, and its representations do not collapse. */
class ObjectivesIT {

  private static final int STEPS = 30;

  /** See {@link LearningRun#spread}. */
  private static final double LEAST_SPREAD = 0.1;

  /** The steps of the authors' code of SEN. */
  private static final String SMALL_STEPS = "{adam: {learning-rate: 0.0005}}";

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

  @ParameterizedTest
  @ValueSource(strings = {"augself", "e-ssl", "equimod", "sie", "sen"})
  void refusesAugMixByName(String objective) {
    String text =
        configuration(objective, "{}", "sgd")
            .replace("  - normalize", "  - augmix: {}\n    share: pair\n  - normalize");
    RunConfig config = equivar.configurations().parse(text, "test", List.of());
    assertThatThrownBy(() -> equivar.train(config))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("pipeline[3].augmix must have a label")
        .hasMessageContaining("objective " + objective)
        .hasMessageContaining("Use the objective stl");
  }

  /** Its energies have no bound: steps as large as those of SGD here would diverge. */
  @Test
  void senAsPublishedLearnsWithSmallSteps() throws InterruptedException {
    requireLearning(
        "sen", "{projector: [], residual: true, weights: {invariance: 0}}", SMALL_STEPS);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "invariant | {}",
        "stl | {transformation-encoder: [16, 8]}",
        "stl | {transformation-encoder: [16, 8], weights: {transformation: 0}}",
        "augself | {hidden-width: 32, weights: {flip: 0.5}}",
        "e-ssl | {predictor: [32, 32]}",
        "equimod | {}",
        "equimod | {label: difference, steps: all}",
        "sie | {}",
        "sie | {form: published, published: {expander: [64, 64]}}",
        "sen | {projector: [32, 16]}",
      })
  void learnsAndDoesNotCollapse(String objective, String settings) throws InterruptedException {
    requireLearning(objective, settings, "sgd");
  }

  private static void requireLearning(String objective, String settings, String optimizer)
      throws InterruptedException {
    RunConfig config =
        equivar
            .configurations()
            .parse(configuration(objective, settings, optimizer), "test", List.of());
    LearningRun run = LearningRun.of(equivar, config);
    run.report(objective + " " + settings, 0);

    assertThat(run.losses()).hasSize(STEPS).allMatch(Double::isFinite);
    assertThat(run.late()).isLessThan(run.early(0));
    assertThat(run.spread()).isGreaterThan(LEAST_SPREAD);
  }

  private static String configuration(String objective, String settings, String optimizer) {
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
          simclr: {projector: [32, 16]}
        objective:
          %s: %s
        training:
          epochs: 3
          batch-size: 16
          optimizer: %s
        """
        .formatted(objective, settings, optimizer);
  }
}
