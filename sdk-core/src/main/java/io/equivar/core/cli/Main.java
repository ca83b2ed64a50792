package io.equivar.core.cli;

import picocli.CommandLine;

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
    return new CommandLine(root)
        .setExecutionExceptionHandler(new Failures(root))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
