package io.equivar.core.data;

import io.equivar.core.data.catalog.PartSizes;
import java.util.ArrayList;
import java.util.List;

/**
 * What a look at a data set came to.
 *
 * @param lines what was found, for people
 * @param problems what is wrong, for people; none if the data are those that were published
 */
public record CheckReport(List<String> lines, List<String> problems) {

  /** Copies the lists. */
  public CheckReport {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /** Compares the numbers of images found with those published. */
  public static CheckReport ofSizes(PartSizes found, PartSizes published, List<String> problems) {
    List<String> all = new ArrayList<>(problems);
    if (!found.equals(published)) {
      all.add("published are " + published);
    }
    return new CheckReport(List.of(found.toString()), all);
  }
}
