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
    Map<Path, PluginCandidate> jars = new TreeMap<>();
    for (PluginCandidate candidate : candidates) {
      if (Files.isRegularFile(candidate.archive().location())) {
        jars.putIfAbsent(candidate.archive().location(), candidate);
      }
    }
    Map<Path, Map<String, Long>> checksums = new HashMap<>();
    jars.keySet().forEach(jar -> checksums.put(jar, checksums(jar)));
    Set<Path> refused = new HashSet<>();
    for (PluginCandidate first : jars.values()) {
      for (PluginCandidate second : jars.values()) {
        Path one = first.archive().location();
        Path other = second.archive().location();
        if (one.compareTo(other) < 0 && (first.onClassPath() || second.onClassPath())) {
          Set<String> different = different(checksums.get(one), checksums.get(other));
          if (!different.isEmpty()) {
            refuse(different, first, second, refusals);
            refused.add(one);
            refused.add(other);
          }
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

  private static Set<String> different(Map<String, Long> first, Map<String, Long> second) {
    Set<String> different = new TreeSet<>();
    first.forEach(
        (name, checksum) -> {
          Long other = second.get(name);
          if (other != null && !other.equals(checksum)) {
            different.add(name);
          }
        });
    return different;
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
}
