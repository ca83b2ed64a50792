package io.equivar.core.run;

import io.equivar.core.graph.GraphSession;
import java.util.Optional;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * Puts into words why a step could not be made, or its state must not be saved.
 *
 * @param step number of the step, from 1
 * @param saved number of steps made when the state was last saved; 0 for never
 */
record StepProblem(long step, long saved) {

  /** Says that memory is used up; returns empty for any other throwable. */
  Optional<TrainingFailure> outOfMemory(Throwable thrown) {
    String which =
        thrown instanceof OutOfMemoryError
            ? "Java's memory is used up (" + firstLine(thrown) + ")"
            : thrown instanceof TFResourceExhaustedException
                ? "the memory of the device is used up (" + firstLine(thrown) + ")"
                : "";
    if (which.isEmpty()) {
      return Optional.empty();
    }
    String remedy =
        thrown instanceof OutOfMemoryError
            ? "Give Java more (-Xmx), or use fewer training.data-threads"
            : "Close other programs";
    return Optional.of(
        new TrainingFailure(
            "step "
                + step
                + " cannot be made: "
                + which
                + ". "
                + remedy
                + ", then "
                + goOn()
                + "; or train anew with a smaller training.batch-size",
            thrown));
  }

  /** Says what TensorFlow threw in the middle of the step. */
  TrainingFailure failed(TensorFlowException thrown) {
    return new TrainingFailure(
        "step "
            + step
            + " cannot be made: TensorFlow says "
            + firstLine(thrown)
            + ". If a name of yours is in it, look at that plugin; then "
            + goOn(),
        thrown);
  }

  /** Says that the loss is no number. */
  TrainingFailure notFinite(StepLosses losses) {
    return new TrainingFailure(
        "the loss of step "
            + step
            + " must be a finite number, got "
            + losses.total()
            + " (terms "
            + losses.terms()
            + "). "
            + weights());
  }

  /** Refuses to save weights of which nothing can be made any more. */
  void requireFinite(GraphSession session) {
    session
        .notFinite()
        .ifPresent(
            variable -> {
              throw new TrainingFailure(
                  "after step "
                      + step
                      + " the variable "
                      + variable
                      + " must hold finite numbers only, and does not; it is not saved. "
                      + weights());
            });
  }

  private String weights() {
    return "Lower the learning rate, or add warm-up epochs"
        + (saved == 0 ? "" : "; the weights as of step " + saved + " are saved");
  }

  private String goOn() {
    return saved == 0
        ? "train again: nothing was saved yet"
        : "go on with --resume from step " + saved + ", whose state is saved";
  }

  private static String firstLine(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("nothing").strip();
  }
}
