package io.equivar.core.doctor;

import io.equivar.core.pipeline.HostCost;
import java.util.Locale;

/** Says what a pipeline asks of the data threads. */
public final class PipelineCheck {

  private PipelineCheck() {}

  /**
   * Makes the check.
   *
   * @param dataThreads number of threads that assemble batches
   */
  public static Finding examine(HostCost cost, int dataThreads) {
    String detail = cost.placement() + " " + cost.cost();
    if (cost.onHost().isEmpty()) {
      return Finding.ok("Pipeline", detail);
    }
    String limit =
        String.format(
            Locale.ROOT,
            " %d data threads make at most %,.0f images/s.",
            dataThreads,
            1e3 * dataThreads / cost.millisPerImage());
    return Finding.note(
        "Pipeline",
        detail + limit,
        "Where training would be faster than that, raise training.data-threads, move steps that"
            + " are Java on pixels to the start of the pipeline, or write them as graph operations");
  }
}
