package io.equivar.core.plugin;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Shows {@link java.util.ServiceLoader} one service file at a time, so that whatever goes wrong can
 * be blamed on the jar that the file is in. Classes come from the parent.
 */
final class ServiceFileLoader extends ClassLoader {

  private final URL serviceFile;

  ServiceFileLoader(URL serviceFile, ClassLoader parent) {
    super(parent);
    this.serviceFile = serviceFile;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(PluginSource.SERVICE_FILE)
        ? Collections.enumeration(List.of(serviceFile))
        : super.getResources(name);
  }
}
