package io.equivar.core.cli;

import io.equivar.api.SpiVersion;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(RootCommand.class.getPackage().getImplementationVersion())
            .orElse("(unpackaged)");
    return new String[] {
      "Equivar " + version, "SPI " + SpiVersion.CURRENT, "Java " + Runtime.version()
    };
  }
}
