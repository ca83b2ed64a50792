package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.transformation.Sharing;

/** What stands beside the name of a step. */
record StepPlacement(
    @Setting(
            value =
                "who is given the same parameters, coin or choice: both images of a pair, or every"
                    + " image its own; inside a group as the group says, unless given",
            defaultsTo = "image")
        Sharing share,
    @Setting(
            value = "how probable it is that the step is applied",
            defaultsTo = "1",
            min = 0,
            max = 1)
        double probability) {

  StepPlacement {
    Settings.of(StepPlacement.class, share, probability).check();
  }
}
