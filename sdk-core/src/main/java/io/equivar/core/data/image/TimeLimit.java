package io.equivar.core.data.image;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs tasks for at most some time. Decoders cannot be stopped: a thread that is late is left
 * alone, and being a daemon does not keep the program alive.
 */
final class TimeLimit implements AutoCloseable {

  private final Duration limit;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "image-decoder");
            thread.setDaemon(true);
            return thread;
          });

  TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * Runs a task.
   *
   * @throws ExecutionException with what the task threw
   * @throws TimeoutException if it takes too long
   */
  <T> T call(Callable<T> task) throws ExecutionException, TimeoutException, InterruptedException {
    Future<T> result = threads.submit(task);
    try {
      return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      result.cancel(true);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
