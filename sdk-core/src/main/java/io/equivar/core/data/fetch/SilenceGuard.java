package io.equivar.core.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream from which nothing has come for too long, so that its reader goes on. */
final class SilenceGuard implements AutoCloseable {

  private final InputStream stream;
  private final long longestNanos;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "equivar-download-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile long lastHeard = System.nanoTime();

  SilenceGuard(InputStream stream, Duration longest) {
    this.stream = stream;
    this.longestNanos = longest.toNanos();
    long period = Math.max(1, longestNanos / 4);
    var unused = watch.scheduleAtFixedRate(this::look, period, period, TimeUnit.NANOSECONDS);
  }

  /** Notes that something has come. */
  void heard() {
    lastHeard = System.nanoTime();
  }

  private void look() {
    if (System.nanoTime() - lastHeard > longestNanos) {
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
