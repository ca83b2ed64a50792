package io.equivar.core.plugin;

import io.equivar.api.SpiVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a plugin before any of its classes is loaded.
 *
 * @param location the jar, or the folder of classes
 * @param sha256 of the jar, in hexadecimal; empty for a folder of classes
 * @param version as the jar's manifest states it
 * @param spiVersion of the SPI that it was built for; one that this SDK supports
 */
record PluginArchive(
    Path location, Optional<String> sha256, Optional<String> version, SpiVersion spiVersion) {

  /**
   * Reads a jar's manifest. A folder of classes, as an IDE or a build makes it, has none and counts
   * as built for the current SPI.
   *
   * @return empty if the plugins in it are refused
   */
  static Optional<PluginArchive> read(Path location, Refusals refusals) {
    if (Files.isDirectory(location)) {
      return Optional.of(
          new PluginArchive(location, Optional.empty(), Optional.empty(), SpiVersion.CURRENT));
    }
    try {
      Attributes attributes = mainAttributes(location);
      Optional<SpiVersion> spiVersion =
          spiVersion(location, attributes.getValue(SpiVersion.MANIFEST_ATTRIBUTE), refusals);
      if (spiVersion.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new PluginArchive(
              location,
              Optional.of(sha256(location)),
              Optional.ofNullable(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION)),
              spiVersion.get()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + location, e);
    }
  }

  private static Attributes mainAttributes(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      return manifest == null ? new Attributes() : manifest.getMainAttributes();
    }
  }

  private static Optional<SpiVersion> spiVersion(
      Path jar, @Nullable String stated, Refusals refusals) {
    SpiVersion current = SpiVersion.CURRENT;
    String attribute = SpiVersion.MANIFEST_ATTRIBUTE;
    if (stated == null) {
      refusals.add(
          jar.toString(),
          "must state in its manifest for which SPI it was built",
          "no " + attribute,
          "Add " + attribute + ": " + current + " to its manifest where the jar is built");
      return Optional.empty();
    }
    SpiVersion plugin;
    try {
      plugin = SpiVersion.parse(stated);
    } catch (IllegalArgumentException e) {
      refusals.add(
          jar.toString(),
          "must state in its manifest for which SPI it was built, as major.minor",
          attribute + ": " + stated,
          "Write " + attribute + ": " + current + " where the jar is built");
      return Optional.empty();
    }
    if (!current.supports(plugin)) {
      refusals.add(
          jar.toString(),
          "must be built for SPI " + current + " or an earlier " + current.major() + ".x",
          "SPI " + plugin,
          plugin.major() < current.major()
              ? "Install a newer version of the plugin"
              : "Install an older version of the plugin, or an SDK with SPI " + plugin);
      return Optional.empty();
    }
    return Optional.of(plugin);
  }

  private static String sha256(Path jar) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(jar, sink);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
