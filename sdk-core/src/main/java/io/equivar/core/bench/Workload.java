package io.equivar.core.bench;

/** A piece of work that is timed again and again. Close it after the last time. */
public interface Workload extends AutoCloseable {

  /** Does the work once. */
  void run() throws InterruptedException;

  /** Returns how many images one run works on; an image of two views counts once. */
  int images();

  @Override
  void close();
}
