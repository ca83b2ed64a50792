package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What goes wrong in the middle of a training ends it with the state saved, where there is one that
 * can be, and with a message that names cause and next step; then it goes on as if nothing had
 * been.
 */
class TrainingFaultsIT {

  @TempDir private static Path folder;

  private static RunRecord undisturbed;

  @BeforeAll
  static void train() {
    undisturbed = generated().undisturbed(folder.resolve("whole"));
  }

  private static FaultRun generated() {
    return FaultRun.on(folder, Configurations.GENERATED_DATA);
  }

  private static void requireSame(RunRecord run, RunRecord expected) {
    assertThat(run.variables()).hasSize(1);
    run.variables()
        .forEach((name, bytes) -> assertThat(bytes).isEqualTo(expected.variables().get(name)));
    assertThat(run.repeatableMetrics()).isEqualTo(expected.repeatableMetrics());
  }

  private static void requireGoesOn(FaultRun fault, Path run, RunRecord expected) {
    ProgramRun resumed = fault.resumed(run);
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    requireSame(new RunRecord(run), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "throw | pipeline[0].fault: transformation example:fault failed on an image:"
            + " java.lang.IllegalStateException: worn out. Report this to the plugin's author",
        "exhaust-heap | cannot be made: Java's memory is used up (Java heap space). Give Java more"
            + " (-Xmx), or use fewer training.data-threads, then go on with --resume from step 9"
      })
  void a_plugin_that_fails(String kind, String message) {
    Path run = folder.resolve(kind);

    ProgramRun failed = generated().struck(run, kind, folder);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err()).contains("the state of step 9 is saved").contains(message);
    requireGoesOn(generated(), run, undisturbed);
  }

  @Test
  void memory_of_the_device_that_is_used_up() throws IOException {
    Path run = folder.resolve("hungry");

    ProgramRun failed = generated().train(run, "hungry: {after: 320}");

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .containsPattern(
            "step \\d+ cannot be made: the memory of the device is used up \\(.+\\)\\. Close other"
                + " programs, then go on with --resume from step 8, whose state is saved; or"
                + " train anew with a smaller training\\.batch-size");
    assertThat(new RunRecord(run).lastCheckpoint()).isDirectoryContaining("glob:**/checksums.txt");
  }

  @Test
  void a_loss_that_is_no_number() throws IOException {
    Path run = folder.resolve("diverged");

    ProgramRun failed =
        generated()
            .train(
                run,
                "fault: {kind: throw, path: x, armed: missing}",
                "training.optimizer={sgd: {learning-rate: 1.0e30}}");

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .containsPattern("(the loss of|after) step \\d+ .*must (be a|hold) finite number")
        .contains("Lower the learning rate, or add warm-up epochs");
    assertThat(checkpoints(run)).allMatch(path -> Files.exists(path.resolve("checksums.txt")));
  }

  private static List<Path> checkpoints(Path run) throws IOException {
    Path checkpoints = run.resolve("checkpoints");
    if (!Files.isDirectory(checkpoints)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(checkpoints)) {
      return all.toList();
    }
  }

  @Test
  void a_folder_of_checkpoints_that_cannot_be_written() throws IOException {
    Path run = folder.resolve("blocked");
    Path checkpoints = run.resolve("checkpoints");

    ProgramRun failed = generated().struck(run, "block", checkpoints);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains(
            "equivar: cannot write a checkpoint into "
                + checkpoints
                + "; earlier ones are untouched. Make room or the folder writable, then go on with"
                + " --resume: "
                + checkpoints
                + " is there already, and no folder");
    Files.delete(checkpoints);
    Files.move(run.resolve("moved"), checkpoints);
    requireGoesOn(generated(), run, undisturbed);
  }

  @Test
  void data_that_are_cut_off() throws IOException {
    Path data = folder.resolve("cifar");
    new DataFiles().cifar10(data, 13);
    FaultRun cifar = FaultRun.on(folder, "{cifar10: {path: " + data + "}}");
    RunRecord whole = cifar.undisturbed(folder.resolve("cifar-whole"));
    Path file = data.resolve("data_batch_1.bin");
    Path copy = Files.copy(file, folder.resolve("copy.bin"));
    Path run = folder.resolve("cifar-run");

    ProgramRun failed = cifar.struck(run, "truncate", file);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains("the state of step 10 is saved")
        .contains(
            "equivar: the data file "
                + file
                + " changed or vanished while it was in use. Put it back and leave it as it is"
                + " while a run needs it: it had 39,949 bytes and has 4,993");
    assertThat(cifar.resumed(run).err())
        .contains("must have a length that is a multiple of 3,073 bytes, got 4,993");
    Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
    requireGoesOn(cifar, run, whole);
  }

  /** What is mapped stays there: the training ends as if nothing had been, the next one tells. */
  @Test
  void data_that_are_deleted() throws IOException {
    Path data = folder.resolve("deleted");
    new DataFiles().cifar10(data, 13);
    FaultRun cifar = FaultRun.on(folder, "{cifar10: {path: " + data + "}}");
    RunRecord whole = cifar.undisturbed(folder.resolve("deleted-whole"));
    Path run = folder.resolve("deleted-run");

    ProgramRun trained = cifar.struck(run, "delete", data.resolve("data_batch_1.bin"));

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    requireSame(new RunRecord(run), whole);
  }

  @Test
  void a_cache_that_is_cut_off() throws IOException {
    Path data = folder.resolve("images");
    new DataFiles().images(data, 33);
    FaultRun images = FaultRun.on(folder, "{folder: {path: " + data + ", image-size: 16}}");
    RunRecord whole = images.undisturbed(folder.resolve("images-whole"));
    Path cache = cacheOf("train");
    Path run = folder.resolve("images-run");

    ProgramRun failed = images.struck(run, "truncate", cache);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains("the state of step 10 is saved")
        .contains("equivar: the data file " + cache + " changed or vanished while it was in use");
    assertThat(images.resumed(run).err())
        .contains("the cache " + cache + " is damaged; it is made anew");
    requireSame(new RunRecord(run), whole);
  }

  private static Path cacheOf(String part) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files
          .filter(file -> file.toString().contains(part) && file.toString().endsWith(".images"))
          .findFirst()
          .orElseThrow();
    }
  }
}
