package io.equivar.core.plugin;

import io.equivar.api.config.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with plugins, and the failures behind it. */
final class Refusals {

  static final String ASK_AUTHOR = "Report this to the plugin's author";
  static final String ASK_AUTHOR_WITH_TRACE = ASK_AUTHOR + "; --debug shows where it failed";

  private final List<Problem> problems = new ArrayList<>();
  private final List<Throwable> causes = new ArrayList<>();

  void add(String where, String rule, String got, String nextStep) {
    problems.add(new Problem(where, rule, got, nextStep));
  }

  void add(String where, String rule, Throwable cause, String nextStep) {
    add(where, rule, cause.toString(), nextStep);
    causes.add(cause);
  }

  void addAll(String where, List<Problem> inside) {
    inside.forEach(problem -> problems.add(problem.within(where)));
  }

  int count() {
    return problems.size();
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<Throwable> causes() {
    return List.copyOf(causes);
  }
}
