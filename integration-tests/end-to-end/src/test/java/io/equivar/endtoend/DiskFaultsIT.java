package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that are full, and folders that cannot be written. */
class DiskFaultsIT {

  private static final String LOGGING = "training.log-every-steps=";

  @TempDir private Path folder;

  /**
   * The disk is full from the tenth batch on. What is written next fails: a line of the metrics, or
   * a checkpoint.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void a_disk_that_fills_up(int logEverySteps) throws IOException, InterruptedException {
    FaultRun fault = FaultRun.on(folder, Configurations.GENERATED_DATA);
    String logging = LOGGING + logEverySteps;
    RunRecord undisturbed = fault.undisturbed(folder.resolve("whole"), logging);
    try (MountedFolder disk = MountedFolder.ofSize(folder.resolve("disk"), 8192)) {
      Path run = disk.path().resolve("run");
      Path filler = disk.path().resolve("filler");

      ProgramRun failed = fault.struck(run, "fill", filler, logging);

      assertThat(failed.exitCode()).as(failed.toString()).isEqualTo(1);
      assertThat(failed.err())
          .contains("equivar: cannot write ")
          .contains("then go on with --resume")
          .contains("No space left on device");
      assertThat(run.resolve("checkpoints/new")).doesNotExist();
      assertThat(checksums(new RunRecord(run).lastCheckpoint())).isEmpty();
      assertThat(Files.readString(run.resolve("config.yaml")))
          .isEqualTo(Files.readString(new RunRecord(run).lastCheckpoint().resolve("config.yaml")));

      ProgramRun stillFull = fault.resumed(run);
      assertThat(stillFull.exitCode()).as(stillFull.toString()).isEqualTo(1);
      assertThat(stillFull.err()).contains("No space left on device");
      assertThat(checksums(new RunRecord(run).lastCheckpoint())).isEmpty();

      Files.delete(filler);
      ProgramRun resumed = fault.resumed(run);
      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
      RunRecord whole = new RunRecord(run);
      whole
          .variables()
          .forEach((name, bytes) -> assertThat(bytes).isEqualTo(undisturbed.variables().get(name)));
      assertThat(whole.repeatableMetrics()).isEqualTo(undisturbed.repeatableMetrics());
    }
  }

  /** Returns what {@code sha256sum} finds wrong with a checkpoint. */
  private static String checksums(Path checkpoint) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sha256sum", "--check", "--quiet", "checksums.txt")
            .directory(checkpoint.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void a_cache_without_room() throws IOException, InterruptedException {
    new DataFiles().images(folder.resolve("data"), 40);
    String data = "{folder: {path: " + folder.resolve("data") + ", image-size: 64}}";
    Path configuration = Configurations.write(folder, Configurations.on(data));
    try (MountedFolder disk = MountedFolder.ofSize(folder.resolve("cache"), 256)) {
      ProgramRun refused =
          ProgramRun.of(
              "--cache", disk.path(), "train", configuration, "--out", folder.resolve("run"));

      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err())
          .contains("the cache folder must be writable and have room for the decoded images")
          .contains("No space left on device")
          .contains("Choose another folder or free some space");
      try (Stream<Path> left = Files.list(disk.path())) {
        assertThat(left.map(path -> path.getFileName().toString()).toList())
            .allMatch(name -> name.endsWith(".lock"));
      }
    }
  }

  @Test
  void a_full_disk_at_the_start() throws IOException, InterruptedException {
    Path configuration = Configurations.write(folder, Configurations.small());
    try (MountedFolder disk = MountedFolder.ofSize(folder.resolve("disk"), 8)) {
      ProgramRun refused =
          ProgramRun.of("train", configuration, "--out", disk.path().resolve("run"));

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err())
          .startsWith("equivar: cannot ")
          .contains("room")
          .contains("No space left on device");
    }
  }

  @Test
  void a_read_only_folder() throws IOException, InterruptedException {
    Path configuration = Configurations.write(folder, Configurations.small());
    try (MountedFolder disk = MountedFolder.readOnly(folder.resolve("disk"))) {
      Path run = disk.path().resolve("run");

      assertThat(ProgramRun.of("train", configuration, "--out", run).errors())
          .isEqualTo(
              List.of(
                  "equivar: cannot make the run folder "
                      + run
                      + ". Name another one, or make room for it: Read-only file system ("
                      + run
                      + ")"));
    }
  }

  @Test
  void a_file_in_the_place_of_the_run_folder() throws IOException {
    Path configuration = Configurations.write(folder, Configurations.small());
    Path run = Files.writeString(folder.resolve("run"), "a file");

    ProgramRun refused = ProgramRun.of("train", configuration, "--out", run);

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.errors())
        .isEqualTo(
            List.of(
                "equivar: cannot make the run folder "
                    + run
                    + ". Name another one, or make room for it: "
                    + run
                    + " is there already, and no folder"));
    assertThat(run).hasContent("a file");
  }
}
