package io.equivar.core.run;

import io.equivar.core.bench.Workload;

/** A workload of numbered runs. Not thread-safe. */
final class Repeated implements Workload {

  private final int images;
  private final Run run;
  private final Runnable end;
  private int number;

  /** One run. */
  interface Run {
    /** Does the work of run {@code number}, counted from 0. */
    void run(int number) throws InterruptedException;
  }

  Repeated(int images, Run run, Runnable end) {
    this.images = images;
    this.run = run;
    this.end = end;
  }

  @Override
  public void run() throws InterruptedException {
    run.run(number++);
  }

  @Override
  public int images() {
    return images;
  }

  @Override
  public void close() {
    end.run();
  }
}
