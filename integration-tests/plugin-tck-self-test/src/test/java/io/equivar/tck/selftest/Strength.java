package io.equivar.tck.selftest;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;

/** The configuration of sound plugins. */
record Strength(
    @Setting(value = "how much is done", defaultsTo = "0.5", min = 0, max = 1) double strength) {

  Strength {
    Settings.of(Strength.class, strength).check();
  }

  /** A configuration that takes everything. */
  record Unchecked(
      @Setting(value = "how much is done", defaultsTo = "0.5", min = 0, max = 1) double strength) {}
}
