package io.equivar.core.plugin;

/** What plugins offer. */
public enum FactoryKind {
  /** Changes images, on the device or on the host. */
  TRANSFORMATION("transformation"),
  /** Says how unlike representations are. */
  BASE_MODEL("base method"),
  /** Says what is to be alike. */
  OBJECTIVE("objective");

  private final String label;

  FactoryKind(String label) {
    this.label = label;
  }

  /** Returns the kind as messages call it. */
  public String label() {
    return label;
  }
}
