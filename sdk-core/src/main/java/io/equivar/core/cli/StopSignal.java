package io.equivar.core.cli;

import io.equivar.core.run.TrainingListener;
import io.equivar.core.run.TrainingResult;
import java.util.concurrent.CountDownLatch;

/**
 * Ends a training when the process is asked to end, by Ctrl-C or SIGTERM: the step is finished and
 * the state saved before the process goes, with the exit code that the shell expects (130 or 143).
 */
final class StopSignal implements TrainingListener, AutoCloseable {

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "equivar-stop");
  private volatile boolean training;
  private volatile boolean stopped;

  private StopSignal() {}

  /** Starts to listen. */
  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void stopAndWait() {
    stopped = true;
    if (!training) {
      return;
    }
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void started(long steps) {
    training = true;
  }

  @Override
  public boolean isCancelled() {
    return stopped;
  }

  /** After the last step there is nothing left to lose: an evaluation may be broken off. */
  @Override
  public void finished(TrainingResult result) {
    if (!result.endedEarly()) {
      done.countDown();
    }
  }

  /** Lets the process end, now that everything is saved and said. */
  @Override
  public void close() {
    done.countDown();
    if (!stopped) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending right now, and no longer has to wait.
      }
    }
  }
}
