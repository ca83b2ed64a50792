package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.files.Folders;
import io.equivar.harness.Configurations;
import io.equivar.harness.PluginJar;
import io.equivar.harness.ProgramRun;
import io.equivar.harness.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is stopped, whatever way, goes on as if it had not been. */
class ResumeIT {

  /** Number of kills; the reliability report was made with more. */
  private static final int KILLS = Integer.getInteger("kills", 3);

  private static final List<String> OVERRIDES =
      List.of(
          "training.epochs=" + Integer.getInteger("kill.epochs", 6),
          "training.checkpoints.every-steps=3",
          "training.log-every-steps=4");

  @TempDir private static Path folder;

  private static Path configuration;
  private static RunRecord undisturbed;

  @BeforeAll
  static void train() {
    configuration = Configurations.write(folder, Configurations.small());
    undisturbed =
        RunRecord.train(configuration, folder.resolve("whole"), OVERRIDES.toArray(String[]::new));
  }

  private static List<String> command(Path run) {
    List<String> command = new ArrayList<>(List.of("train"));
    if (Files.isDirectory(run.resolve("checkpoints"))) {
      command.addAll(List.of("--resume", run.toString()));
    } else {
      command.addAll(List.of(configuration.toString(), "--out", run.toString()));
      OVERRIDES.forEach(override -> command.addAll(List.of("--set", override)));
    }
    command.add("--no-evaluation");
    return command;
  }

  private static void requireSame(RunRecord run) throws IOException {
    assertThat(run.lastCheckpoint().getFileName())
        .isEqualTo(undisturbed.lastCheckpoint().getFileName());
    run.variables()
        .forEach((name, bytes) -> assertThat(bytes).isEqualTo(undisturbed.variables().get(name)));
    assertThat(run.repeatableMetrics()).isEqualTo(undisturbed.repeatableMetrics());
  }

  @Test
  void goes_on_bit_for_bit_after_kills_at_random_moments()
      throws IOException, InterruptedException {
    Path run = folder.resolve("killed");
    Random random = new Random(Long.getLong("kill.seed", 1));
    int kills = 0;
    int starts = 0;
    Set<String> last = new LinkedHashSet<>();
    while (kills < KILLS) {
      starts++;
      try (ChildProcess process = ChildProcess.start(command(run))) {
        if (!Files.isDirectory(run.resolve("checkpoints"))) {
          process.awaitFile(run.resolve("checkpoints"));
        }
        // In turns any time after the start, and any time after it has gone on for a while.
        int wait = kills % 2 == 0 ? 6_000 : 1_000;
        if (kills % 2 == 1) {
          awaitProgress(process, run);
        }
        if (process.awaitExit(random.nextInt(wait), TimeUnit.MILLISECONDS)) {
          assertThat(process.exitCode()).as(process.output()).isZero();
          requireSame(new RunRecord(run));
          Folders.delete(run);
          continue;
        }
        process.kill();
        kills++;
        last.add(lastStep(run));
      }
    }
    try (ChildProcess process = ChildProcess.start(command(run))) {
      assertThat(process.awaitExit(5, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitCode()).as(process.output()).isZero();
    }
    requireSame(new RunRecord(run));
    System.out.printf(
        "killed %d of %d processes, then finished; last checkpoints were %s%n",
        kills, starts, last);
  }

  private static void awaitProgress(ChildProcess process, Path run)
      throws IOException, InterruptedException {
    String before = lastStep(run);
    while (process.isAlive() && lastStep(run).equals(before)) {
      Thread.sleep(5);
    }
  }

  private static String lastStep(Path run) throws IOException {
    try (Stream<Path> checkpoints = Files.list(run.resolve("checkpoints"))) {
      return checkpoints
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("step-"))
          .map(name -> name.replaceFirst("step-0*", ""))
          .max(Comparator.comparing(Integer::valueOf))
          .orElse("none");
    }
  }

  @Test
  void finishes_the_step_and_saves_when_asked_to_end() throws IOException, InterruptedException {
    Path run = folder.resolve("asked");
    try (ChildProcess process = ChildProcess.start(command(run))) {
      process.awaitFile(run.resolve("checkpoints"));
      process.terminate();

      assertThat(process.awaitExit(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitCode()).isEqualTo(143);
      assertThat(process.output()).contains("Go on with: equivar train --resume " + run);
    }
    ProgramRun.succeeding("train", "--resume", run, "--no-evaluation");

    requireSame(new RunRecord(run));
  }

  @Test
  void refuses_a_folder_that_another_training_uses() throws IOException, InterruptedException {
    Path run = folder.resolve("used");
    try (ChildProcess process = ChildProcess.start(command(run))) {
      process.awaitFile(run.resolve("checkpoints"));
      process.pause();

      assertThat(ProgramRun.of("train", "--resume", run))
          .isEqualTo(
              Refusal.of(
                  run
                      + " must not be in use by another training, got one that is running. Wait"
                      + " for it, or name another folder"));
      process.kill();
    }
  }

  @Test
  void saves_before_it_fails_between_two_steps() throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    PluginJar.current()
        .source("com.example.late.LatePlugin", lateSource())
        .write(plugins.resolve("late.jar"), folder.resolve("late"));
    Path run = folder.resolve("failed");
    ProgramRun failed =
        ProgramRun.of(
            "train",
            configuration,
            "--plugins",
            plugins,
            "--out",
            run,
            "--set",
            "pipeline=[{late: {images: 160}}, normalize]",
            "--set",
            "training.data-threads=1");

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .containsPattern("the state of step [1-5] is saved")
        .contains("transformation example:late failed on an image");
    assertThat(new RunRecord(run).lastCheckpoint()).isDirectoryContaining("glob:**/checksums.txt");
  }

  @Test
  void is_told_what_goes_with_resume() {
    assertThat(ProgramRun.of("train").exitCode()).isEqualTo(2);
    assertThat(ProgramRun.of("train").err())
        .startsWith("Missing CONFIG.yaml, or --resume RUN to go on with a run");
    assertThat(ProgramRun.of("train", "--resume", folder, "--set", "seed=2").err())
        .startsWith("--resume goes on with a run as it is");
  }

  private static String lateSource() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(ResumeIT.class.getResourceAsStream("LatePlugin.java.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
