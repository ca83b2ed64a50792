package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;

/** What also stands beside the name of a step in a choice. */
record StepWeight(
    @Setting(
            value = "how often the step is chosen, in proportion to the other weights",
            defaultsTo = "1",
            min = 0,
            exclusiveMin = true)
        double weight) {

  StepWeight {
    Settings.of(StepWeight.class, weight).check();
  }
}
