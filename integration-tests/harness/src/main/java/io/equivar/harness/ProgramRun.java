package io.equivar.harness;

import io.equivar.core.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A call of the program and what came of it.
 *
 * @param exitCode as the shell would see it
 * @param out what was printed
 * @param err what was printed as errors
 */
public record ProgramRun(int exitCode, String out, String err) {

  /** Runs a command in this process. Arguments are written as text, paths included. */
  public static ProgramRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine program = Main.commandLine();
    program.setOut(new PrintWriter(out, true));
    program.setErr(new PrintWriter(err, true));
    program.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    int exitCode =
        program.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new ProgramRun(exitCode, out.toString(), err.toString());
  }

  /** Runs a command that must succeed. */
  public static ProgramRun succeeding(Object... arguments) {
    ProgramRun run = of(arguments);
    if (run.exitCode != 0 || !run.err.isEmpty()) {
      throw new AssertionError("expected success, got " + run);
    }
    return run;
  }

  /**
   * Runs a command in a process of its own, with a class path that begins with these and goes on
   * with the one of the tests.
   */
  public static ProgramRun withClassPath(List<Path> first, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        Stream.concat(
                first.stream().map(Path::toString),
                Stream.of(System.getProperty("java.class.path")))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(Main.class.getName());
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    Path out = Files.createTempFile("equivar", ".out");
    Path err = Files.createTempFile("equivar", ".err");
    try {
      int exitCode =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      return new ProgramRun(exitCode, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Returns the lines of the errors. */
  public List<String> errors() {
    return err.lines().toList();
  }
}
