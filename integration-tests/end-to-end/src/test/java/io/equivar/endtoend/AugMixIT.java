package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.harness.Configurations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STL needs no labels: it learns from pairs that share a chain of random operations. */
class AugMixIT {

  private static final String FLIP = "  - horizontal-flip: {}\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "augmix: {severity: 3}",
        "augmix: {width: 2, depth: [2, 2], operations: [rotate, color, sharpness, equalize]}",
        "rand-augment: {count: 2, magnitude: 9}",
        "trivial-augment: {}"
      })
  void stl_learns_from_pairs_that_share_a_chain(String step) {
    String configuration =
        Configurations.small()
            .replace(FLIP, "  - " + step + "\n    share: pair\n    probability: 0.8\n" + FLIP);
    assertThat(configuration).contains(step);
    RunRecord run =
        RunRecord.train(
            Configurations.write(folder, configuration),
            folder.resolve("run"),
            "training.epochs=8",
            "training.log-every-steps=4");

    List<Double> losses = run.losses();

    assertThat(losses).hasSize(8).allMatch(Double::isFinite);
    assertThat(losses.get(7)).isLessThan(losses.get(0));
  }
}
