package io.equivar.core.binding;

/**
 * A setting as listings and the documentation show it.
 *
 * @param key with dots where it is inside another record
 * @param type in words
 * @param defaultsTo as it would stand in a file; empty where it must be given
 * @param range such as {@code [0, 1]}; empty where there is none
 * @param unit empty for plain numbers
 * @param description a sentence without a full stop
 */
public record SettingDescription(
    String key, String type, String defaultsTo, String range, String unit, String description) {

  /** Returns whether a configuration must give the setting. */
  public boolean required() {
    return defaultsTo.isEmpty();
  }
}
