package io.equivar.endtoend;

import io.equivar.core.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/**
 * A call of the program and what came of it.
 *
 * @param exitCode as the shell would see it
 * @param out what was printed
 * @param err what was printed as errors
 */
record ProgramRun(int exitCode, String out, String err) {

  /** Runs a command in this process. Arguments are written as text, paths included. */
  static ProgramRun of(Object... arguments) {
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
  static ProgramRun succeeding(Object... arguments) {
    ProgramRun run = of(arguments);
    if (run.exitCode != 0 || !run.err.isEmpty()) {
      throw new AssertionError("expected success, got " + run);
    }
    return run;
  }

  /** Returns the lines of the errors. */
  List<String> errors() {
    return err.lines().toList();
  }
}
