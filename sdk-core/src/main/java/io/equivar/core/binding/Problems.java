package io.equivar.core.binding;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong, with a view of one place in the configuration: {@link #at} gives the view
 * of a place further in, which collects into the same list.
 */
public final class Problems {

  private final List<Problem> found;
  private final String place;

  private Problems(List<Problem> found, String place) {
    this.found = found;
    this.place = place;
  }

  /** Makes an empty list, seen from the outermost place. */
  public Problems() {
    this(new ArrayList<>(), "");
  }

  /** Returns the view of a key of this place. */
  public Problems at(String key) {
    return new Problems(found, place.isEmpty() ? key : place + "." + key);
  }

  /** Returns the view of an element of this place. */
  public Problems at(int index) {
    return new Problems(found, place + "[" + index + "]");
  }

  /** Adds a problem of this place; the arguments are those of {@link Problem}. */
  public void add(String rule, String got, String nextStep) {
    found.add(new Problem(place, rule, got, nextStep));
  }

  /** Adds a problem whose rule says what to do. */
  public void add(String rule, String got) {
    add(rule, got, "");
  }

  /** Adds a problem whose key is relative to this place. */
  public void add(Problem problem) {
    found.add(problem.within(place));
  }

  /** Adds problems whose keys are relative to this place. */
  public void addAll(List<Problem> problems) {
    problems.forEach(this::add);
  }

  /** Returns everything found so far, at all places. */
  public List<Problem> all() {
    return List.copyOf(found);
  }

  /**
   * Ends the collection.
   *
   * @throws ConfigurationException with everything found, at all places, if there is anything
   */
  public void check() {
    if (!found.isEmpty()) {
      throw new ConfigurationException(found);
    }
  }
}
