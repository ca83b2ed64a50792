package io.equivar.endtoend;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder in memory, of a limited size, or a folder made read-only. Permissions would not bind a
 * test that runs as root, and only root may mount.
 */
final class MountedFolder implements AutoCloseable {

  private final Path path;

  private MountedFolder(Path path) {
    this.path = path;
  }

  /** Mounts an empty folder that holds so much; the test is skipped where that is not allowed. */
  static MountedFolder ofSize(Path path, int kibibytes) throws IOException, InterruptedException {
    Files.createDirectories(path);
    mount("-t", "tmpfs", "-o", "size=" + kibibytes + "k", "equivar-test", path.toString());
    return new MountedFolder(path);
  }

  /** Makes a folder read-only; the test is skipped where that is not allowed. */
  static MountedFolder readOnly(Path path) throws IOException, InterruptedException {
    Files.createDirectories(path);
    mount("-t", "tmpfs", "-o", "ro", "equivar-test", path.toString());
    return new MountedFolder(path);
  }

  Path path() {
    return path;
  }

  private static void mount(String... arguments) throws IOException, InterruptedException {
    assumeThat(System.getProperty("os.name")).as("mounts are Linux's").isEqualTo("Linux");
    List<String> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(arguments));
    assumeThat(run(command)).as("only root may mount a small or read-only folder").isEmpty();
  }

  /** Returns what is wrong; empty if all went well. */
  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : "failed: " + output;
  }

  @Override
  public void close() throws IOException {
    try {
      run(List.of("umount", "-l", path.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
