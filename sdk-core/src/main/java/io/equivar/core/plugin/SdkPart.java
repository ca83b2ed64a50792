package io.equivar.core.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * A part of the SDK that every plugin shares, so that there must be one of it: two copies are two
 * sets of types, and which one wins depends on the order of a class path.
 */
enum SdkPart {
  /** What plugins are written against. */
  SPI("equivar-sdk-api", "io/equivar/api/SpiVersion.class"),
  /** The core. */
  CORE("equivar-sdk-core", "io/equivar/core/plugin/PluginLoader.class"),
  /** TensorFlow's Java classes; its binaries can be loaded once in a process. */
  TENSORFLOW("tensorflow-core-api", "org/tensorflow/TensorFlow.class");

  private final String artifact;
  private final String marker;

  SdkPart(String artifact, String marker) {
    this.artifact = artifact;
    this.marker = marker;
  }

  /** Refuses parts that several places of a class path have. */
  static void refuseCopies(ClassLoader classPath, Refusals refusals) {
    for (SdkPart part : values()) {
      List<Path> places =
          ResourceLocation.all(classPath, part.marker).stream()
              .flatMap(url -> ResourceLocation.of(url, part.marker).stream())
              .distinct()
              .toList();
      if (places.size() > 1) {
        refusals.add(
            part.artifact,
            "must be on the class path once",
            places.stream().map(Path::toString).collect(Collectors.joining(" and ")),
            "Remove one of them; a plugin's jar is built without it (scope provided)");
      }
    }
  }

  /**
   * Refuses a jar of the plugins folder that brings parts of the SDK.
   *
   * @return whether it was refused
   */
  static boolean refuseBundled(Path location, JarFile jar, Refusals refusals) {
    List<String> bundled =
        List.of(values()).stream()
            .filter(part -> jar.getEntry(part.marker) != null)
            .map(part -> part.artifact)
            .toList();
    if (bundled.isEmpty()) {
      return false;
    }
    refusals.add(
        location.toString(),
        "must not bring classes of the SDK, which has them itself",
        String.join(" and ", bundled),
        "Build the jar without them (scope provided), or ask the plugin's author to");
    return true;
  }
}
