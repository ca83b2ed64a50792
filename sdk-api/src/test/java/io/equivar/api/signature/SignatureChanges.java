package io.equivar.api.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What changed between two renderings of the SPI.
 *
 * @param incompatible what breaks plugins written against the older rendering
 * @param compatible all other lines that came or went
 */
record SignatureChanges(List<Breakage> incompatible, List<String> compatible) {

  SignatureChanges {
    incompatible = List.copyOf(incompatible);
    compatible = List.copyOf(compatible);
  }

  /** Compares two renderings. */
  static SignatureChanges between(List<String> recorded, List<String> current) {
    CompatibilityRules rules = new CompatibilityRules(recorded, current);
    List<Breakage> incompatible = new ArrayList<>();
    List<String> compatible = new ArrayList<>();
    for (String line : missing(recorded, current)) {
      add("- " + line, rules.gone(line), incompatible, compatible);
    }
    for (String line : missing(current, recorded)) {
      add("+ " + line, rules.come(line), incompatible, compatible);
    }
    return new SignatureChanges(incompatible, compatible);
  }

  boolean isEmpty() {
    return incompatible.isEmpty() && compatible.isEmpty();
  }

  private static void add(
      String change, Optional<String> remedy, List<Breakage> breakages, List<String> others) {
    remedy.ifPresentOrElse(
        text -> breakages.add(new Breakage(change, text)), () -> others.add(change));
  }

  private static List<String> missing(List<String> lines, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return lines.stream().filter(line -> !known.contains(line)).toList();
  }
}
