package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.harness.Configurations;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run repeats from its seed, bit for bit. */
class RepeatabilityIT {

  @TempDir private static Path folder;

  private static Path configuration;
  private static RunRecord first;

  @BeforeAll
  static void train() {
    configuration = Configurations.write(folder, Configurations.small());
    first = RunRecord.train(configuration, folder.resolve("first"));
  }

  @Test
  void one_seed_gives_the_same_losses_and_weights() {
    RunRecord second = RunRecord.train(configuration, folder.resolve("second"));

    assertThat(second.repeatableMetrics()).hasSize(4).isEqualTo(first.repeatableMetrics());
    assertSameVariables(second, first);
  }

  @Test
  void another_seed_gives_others() {
    RunRecord other = RunRecord.train(configuration, folder.resolve("other"), "seed=8");

    assertThat(other.losses()).doesNotContainAnyElementsOf(first.losses());
    assertThat(other.variables().keySet()).isEqualTo(first.variables().keySet());
    assertThat(other.variables().values()).doesNotContainAnyElementsOf(first.variables().values());
  }

  @Test
  void one_thread_repeats_too() {
    RunRecord one = RunRecord.train(configuration, folder.resolve("one"), "training.threads=1");
    RunRecord same = RunRecord.train(configuration, folder.resolve("same"), "training.threads=1");

    assertThat(same.repeatableMetrics()).hasSize(4).isEqualTo(one.repeatableMetrics());
    assertSameVariables(same, one);
  }

  @Test
  void bfloat16_repeats_too() {
    RunRecord one =
        RunRecord.train(configuration, folder.resolve("half"), "training.precision=bf16");
    RunRecord same =
        RunRecord.train(configuration, folder.resolve("again"), "training.precision=bf16");

    assertThat(same.repeatableMetrics()).hasSize(4).isEqualTo(one.repeatableMetrics());
    assertSameVariables(same, one);
    assertThat(one.losses()).doesNotContainAnyElementsOf(first.losses());
  }

  private static void assertSameVariables(RunRecord actual, RunRecord expected) {
    assertThat(expected.variables()).isNotEmpty();
    assertThat(actual.variables().keySet()).isEqualTo(expected.variables().keySet());
    expected
        .variables()
        .forEach((name, bytes) -> assertThat(actual.variables().get(name)).isEqualTo(bytes));
  }
}
