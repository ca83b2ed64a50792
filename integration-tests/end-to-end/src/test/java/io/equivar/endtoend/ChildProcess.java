package io.equivar.endtoend;

import io.equivar.core.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, to be stopped in all ways. */
final class ChildProcess implements AutoCloseable {

  private static final long PATIENCE_MINUTES = 5;

  private final Process process;
  private final Path output;

  private ChildProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts the program. */
  static ChildProcess start(List<String> arguments) throws IOException {
    return start(List.of(), arguments);
  }

  /** Starts the program with options for Java. */
  static ChildProcess start(List<String> options, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Duser.home=" + System.getProperty("user.home"));
    command.add(
        "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(arguments);
    Path output = Files.createTempFile("equivar-", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ChildProcess(process, output);
  }

  /** Waits until a file or folder is there. */
  void awaitFile(Path file) throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (!Files.exists(file)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("no " + file + ": " + output());
      }
      Thread.sleep(20);
    }
  }

  /** Waits for the end; returns whether it came in time. */
  boolean awaitExit(long time, TimeUnit unit) throws InterruptedException {
    return process.waitFor(time, unit);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  int exitCode() {
    return process.exitValue();
  }

  /** Ends the process at once, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks the process to end, as {@code kill} does. */
  void terminate() {
    process.destroy();
  }

  /** Stops the process where it is, as {@code kill -STOP} does. */
  void pause() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
  }

  /** Returns what the process has printed. */
  String output() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
