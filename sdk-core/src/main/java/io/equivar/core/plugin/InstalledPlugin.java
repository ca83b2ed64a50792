package io.equivar.core.plugin;

import io.equivar.api.SpiVersion;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A plugin that was found and passed all checks.
 *
 * @param namespace of everything it offers
 * @param className of its entry point
 * @param location the jar, or the folder of classes
 * @param sha256 of the jar, in hexadecimal; empty for a folder of classes
 * @param version as the jar's manifest states it; empty where it does not
 * @param spiVersion of the SPI that it was built for
 */
public record InstalledPlugin(
    String namespace,
    String className,
    Path location,
    Optional<String> sha256,
    Optional<String> version,
    SpiVersion spiVersion) {

  /** Returns how messages call the plugin: {@code plugin com.acme.BlurPlugin in /path/blur.jar}. */
  public String describe() {
    return "plugin " + className + " in " + location;
  }
}
