package io.equivar.core.cli;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.pipeline.StepFailure;
import io.equivar.core.run.TrainingFailure;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns exceptions into messages and exit codes. */
final class Failures implements IExecutionExceptionHandler {

  /** As the shell has it for a process that was interrupted. */
  private static final int INTERRUPTED = 130;

  private final RootCommand root;

  Failures(RootCommand root) {
    this.root = root;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    PrintWriter error = command.getErr();
    int exitCode = report(failure, error);
    if (root.debug()) {
      failure.printStackTrace(error);
    }
    error.flush();
    return exitCode;
  }

  /** Says that Java's memory is used up, where no one else could say more about it. */
  int outOfMemory(OutOfMemoryError failure, CommandLine command) {
    PrintWriter error = command.getErr();
    error.println(
        "equivar: Java's memory is used up ("
            + failure.getMessage()
            + "). Give it more with -Xmx, in EQUIVAR_JAVA_OPTS for the launcher, or choose smaller"
            + " sizes");
    if (root.debug()) {
      failure.printStackTrace(error);
    }
    error.flush();
    return ExitCode.SOFTWARE;
  }

  private static int report(Exception failure, PrintWriter error) {
    if (failure instanceof ConfigurationException mistake) {
      for (Problem problem : mistake.problems()) {
        error.println("equivar: " + problem);
      }
      return ExitCode.USAGE;
    }
    if (failure instanceof InterruptedException) {
      error.println("equivar: interrupted");
      return INTERRUPTED;
    }
    if (failure instanceof TrainingFailure || failure instanceof StepFailure) {
      error.println("equivar: " + failure.getMessage());
    } else if (failure instanceof UncheckedIOException reading) {
      error.println(
          "equivar: "
              + failure.getMessage()
              + ": "
              + Causes.describe(Objects.requireNonNull(reading.getCause())));
    } else {
      error.println(
          "equivar: failed unexpectedly: " + failure + ". Run again with --debug to see where.");
    }
    return ExitCode.SOFTWARE;
  }
}
