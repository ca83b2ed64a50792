package io.equivar.api.config;

import io.equivar.api.Spi;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says everything that is wrong with a configuration, at once. A user's mistake, never a defect: it
 * is shown as its message, without a stack trace.
 */
@Spi(Spi.Role.VALUE)
public final class ConfigurationException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** The problems; transient because a problem is not serialised, only its message is. */
  private final transient List<Problem> problems;

  /**
   * Makes the exception.
   *
   * @throws IllegalArgumentException if there is no problem
   */
  public ConfigurationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a configuration exception names at least one problem");
    }
    this.problems = List.copyOf(problems);
  }

  /** Makes the exception of a single problem. */
  public ConfigurationException(Problem problem) {
    this(List.of(problem));
  }

  /** Returns the problems, in the order in which they were found; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
