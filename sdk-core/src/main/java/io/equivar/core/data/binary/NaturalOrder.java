package io.equivar.core.data.binary;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders names as people do: numbers in them by their value, so that 10 comes after 2. */
final class NaturalOrder implements Comparator<String> {

  private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

  @Override
  public int compare(String first, String second) {
    String[] firstRuns = runs(first);
    String[] secondRuns = runs(second);
    int shorter = Math.min(firstRuns.length, secondRuns.length);
    for (int i = 0; i < shorter; i++) {
      int order = compareRuns(firstRuns[i], secondRuns[i]);
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(firstRuns.length, secondRuns.length);
    // Equal but for leading zeros: any fixed order will do.
    return order != 0 ? order : first.compareTo(second);
  }

  private static String[] runs(String name) {
    return RUN.matcher(name).results().map(MatchResult::group).toArray(String[]::new);
  }

  private static int compareRuns(String first, String second) {
    boolean numbers = isNumber(first) && isNumber(second);
    return numbers
        ? new BigInteger(first).compareTo(new BigInteger(second))
        : first.compareTo(second);
  }

  private static boolean isNumber(String run) {
    return run.charAt(0) >= '0' && run.charAt(0) <= '9';
  }
}
