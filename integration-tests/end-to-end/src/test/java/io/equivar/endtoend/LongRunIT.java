package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.equivar.harness.Configurations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program trains many small steps, and what it holds does not grow. {@code -Dlong.steps=20000
 * -Dlong.table=FILE} makes the curve of the reliability report.
 */
class LongRunIT {

  private static final int STEPS = Integer.getInteger("long.steps", 400);
  private static final int SAMPLES = 80;
  private static final int STEPS_AN_EPOCH = 16;

  /** By then classes are loaded, code is compiled, and all threads are there. */
  private static final double WARM = 0.25;

  /** Java's heap and its collector's tables do not grow beyond what these allow. */
  private static final List<String> FIXED_HEAP = List.of("-Xms192m", "-Xmx192m");

  @TempDir private Path folder;

  @Test
  void nothing_grows() throws IOException, InterruptedException {
    assumeThat(Path.of("/proc/self/status")).as("what Linux tells of a process").exists();

    List<ProcessSample> samples = samplesOfATraining();

    write(samples);
    List<ProcessSample> warm =
        samples.stream().filter(sample -> sample.step() > WARM * STEPS).toList();
    assertThat(warm).hasSizeGreaterThan(4);
    ProcessSample first = warm.get(0);
    assertThat(warm)
        .allSatisfy(
            sample -> {
              assertThat(sample.openFiles()).isLessThanOrEqualTo(first.openFiles() + 6);
              assertThat(sample.threads()).isLessThanOrEqualTo(first.threads() + 4);
              assertThat(sample.residentMiB()).isLessThan(first.residentMiB() + 100);
            });
  }

  private List<ProcessSample> samplesOfATraining() throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    new DataFiles().images(data, 32);
    Path run = folder.resolve("run");
    Path metrics = run.resolve("metrics.jsonl");
    int every = Math.max(1, STEPS / SAMPLES);
    List<ProcessSample> samples = new ArrayList<>();
    try (ChildProcess process = ChildProcess.start(FIXED_HEAP, command(data, run, every))) {
      process.awaitFile(metrics);
      int logged = 0;
      while (process.isAlive()) {
        int lines = lines(metrics);
        if (lines > logged) {
          logged = lines;
          sample(process, (long) lines * every, samples);
        }
        Thread.sleep(10);
      }
      assertThat(process.exitCode()).as(process.output()).isZero();
    }
    return samples;
  }

  private static void sample(ChildProcess process, long step, List<ProcessSample> samples)
      throws IOException {
    try {
      samples.add(ProcessSample.of(process.pid(), step));
    } catch (IOException e) {
      // What is told of a process that ends meanwhile ends, too.
      if (process.isAlive()) {
        throw e;
      }
    }
  }

  private List<String> command(Path data, Path run, int every) {
    Path configuration =
        Configurations.write(
            folder, Configurations.on("{folder: {path: " + data + ", image-size: 8}}"));
    return List.of(
        "--cache",
        folder.resolve("cache").toString(),
        "train",
        configuration.toString(),
        "--out",
        run.toString(),
        "--no-evaluation",
        "--set",
        "training.epochs=" + STEPS / STEPS_AN_EPOCH,
        "--set",
        "training.batch-size=4",
        "--set",
        "training.log-every-steps=" + every,
        "--set",
        "training.checkpoints.every-steps=" + 5 * every);
  }

  private static int lines(Path metrics) throws IOException {
    try (Stream<String> lines = Files.lines(metrics)) {
      return (int) lines.count();
    }
  }

  private static void write(List<ProcessSample> samples) throws IOException {
    String table = System.getProperty("long.table");
    if (table != null) {
      Files.writeString(
          Path.of(table),
          samples.stream()
              .map(ProcessSample::line)
              .collect(Collectors.joining("\n", ProcessSample.HEADER + "\n", "\n")));
    }
  }
}
