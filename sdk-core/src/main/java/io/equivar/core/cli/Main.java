package io.equivar.core.cli;

import picocli.CommandLine;
import picocli.CommandLine.RunLast;

/** The program. */
public final class Main {

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Returns the commands, to be executed any number of times. */
  public static CommandLine commandLine() {
    RootCommand root = new RootCommand();
    Failures failures = new Failures(root);
    return new CommandLine(root)
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(
            parsed -> {
              try {
                return new RunLast().execute(parsed);
              } catch (OutOfMemoryError e) {
                return failures.outOfMemory(e, parsed.commandSpec().commandLine());
              }
            })
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
