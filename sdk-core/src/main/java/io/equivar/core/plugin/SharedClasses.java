package io.equivar.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Finds classes that two plugin jars bring in different versions where only one can be loaded: both
 * jars are on the class path, or one is, since its classes come before those of the plugins folder.
 * Two jars of the folder may differ, and equal copies do no harm.
 */
final class SharedClasses {

  private SharedClasses() {}

  /** Refuses the plugins whose jars differ in a class that they share; returns the others. */
  static List<PluginCandidate> refuse(List<PluginCandidate> candidates, Refusals refusals) {
    Map<Path, Contents> jars = new TreeMap<>();
    for (PluginCandidate candidate : candidates) {
      Path location = candidate.archive().location();
      if (Files.isRegularFile(location)) {
        jars.computeIfAbsent(location, jar -> new Contents(candidate, checksums(jar)));
      }
    }
    List<Contents> all = List.copyOf(jars.values());
    Set<Path> refused = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      for (Contents other : all.subList(i + 1, all.size())) {
        Contents one = all.get(i);
        Set<String> different = one.differencesFrom(other);
        if (!different.isEmpty()) {
          refuse(different, one.candidate(), other.candidate(), refusals);
          refused.add(one.candidate().archive().location());
          refused.add(other.candidate().archive().location());
        }
      }
    }
    return candidates.stream()
        .filter(candidate -> !refused.contains(candidate.archive().location()))
        .toList();
  }

  private static void refuse(
      Set<String> different, PluginCandidate first, PluginCandidate second, Refusals refusals) {
    String example = different.iterator().next();
    int others = different.size() - 1;
    refusals.add(
        "class "
            + example.substring(0, example.length() - ".class".length()).replace('/', '.')
            + (others == 0 ? "" : " and " + others + " more"),
        "must be in one plugin jar, or the same in both",
        first.describe() + " and " + second.describe(),
        "Remove one of them, or ask the author of the one that bundles the other's classes to"
            + " relocate them");
  }

  /** Returns the checksums of a jar's classes; those in META-INF are for one release of Java. */
  private static Map<String, Long> checksums(Path location) {
    Map<String, Long> checksums = new HashMap<>();
    try (JarFile jar = new JarFile(location.toFile())) {
      jar.stream()
          .filter(entry -> entry.getName().endsWith(".class"))
          .filter(entry -> !entry.getName().startsWith("META-INF/"))
          .filter(entry -> !entry.getName().endsWith("-info.class"))
          .forEach((JarEntry entry) -> checksums.put(entry.getName(), entry.getCrc()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + location, e);
    }
    return checksums;
  }

  /** A jar's classes, with one of the plugins in it. */
  private record Contents(PluginCandidate candidate, Map<String, Long> checksums) {

    /** Returns the classes of which only one jar's version can be loaded. */
    Set<String> differencesFrom(Contents other) {
      Set<String> different = new TreeSet<>();
      if (candidate.onClassPath() || other.candidate.onClassPath()) {
        checksums.forEach(
            (name, checksum) -> {
              if (!other.checksums.getOrDefault(name, checksum).equals(checksum)) {
                different.add(name);
              }
            });
      }
      return different;
    }
  }
}
