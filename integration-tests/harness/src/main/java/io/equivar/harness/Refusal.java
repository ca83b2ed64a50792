package io.equivar.harness;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is expected of the program when the user made a mistake: messages and nothing else. */
public final class Refusal {

  private Refusal() {}

  /** Returns a run that printed these problems, a line each, and ended with code 2. */
  public static ProgramRun of(String... problems) {
    return new ProgramRun(
        2,
        "",
        Arrays.stream(problems)
            .map(problem -> "equivar: " + problem + System.lineSeparator())
            .collect(Collectors.joining()));
  }
}
