package io.equivar.core.pipeline;

/** A step of a pipeline that failed while images were made; the message names it. */
public final class StepFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StepFailure(String message) {
    super(message);
  }

  /** Makes the failure of a transformation that threw something. */
  static StepFailure of(PlacedStep step, Throwable cause) {
    StepFailure failure =
        new StepFailure(
            describe(step)
                + " failed on an image: "
                + cause
                + ". Report this to the plugin's author; --debug shows where it failed");
    failure.initCause(cause);
    return failure;
  }

  /** Makes the failure of a transformation that broke a rule. */
  static StepFailure of(PlacedStep step, String rule, Object got) {
    return new StepFailure(describe(step) + " " + rule + ", got " + got);
  }

  private static String describe(PlacedStep step) {
    return step.step().location() + ": transformation " + step.step().id();
  }
}
