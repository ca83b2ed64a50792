package io.equivar.core.binding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a user may have meant. */
public final class Suggestions {

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private Suggestions() {}

  /**
   * Returns the known word that is nearest to {@code word}, if one is near: a third of its letters,
   * rounded up, are to be changed at most, or one of the two starts with the other.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(
            candidate ->
                DISTANCE.apply(word, candidate) <= (candidate.length() + 2) / 3
                    || startsWithOther(word, candidate))
        .min(
            Comparator.<String>comparingInt(candidate -> DISTANCE.apply(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns a sentence that names the nearest known word, or all if none is near. */
  public static String nextStep(String word, Collection<String> known) {
    return nearest(word, known)
        .map(nearest -> "Did you mean " + nearest + "?")
        .orElseGet(() -> "Known are " + known.stream().sorted().collect(Collectors.joining(", ")));
  }

  private static boolean startsWithOther(String word, String candidate) {
    return word.length() >= 3
        && candidate.length() >= 3
        && (candidate.startsWith(word) || word.startsWith(candidate));
  }
}
