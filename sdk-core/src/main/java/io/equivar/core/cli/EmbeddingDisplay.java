package io.equivar.core.cli;

import io.equivar.core.data.cache.LeftOut;
import io.equivar.core.run.EmbeddingListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how an embedding goes on: a bar on a terminal, a line now and then elsewhere. */
final class EmbeddingDisplay implements EmbeddingListener, AutoCloseable {

  private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(10).toNanos();

  private final PrintWriter out;
  private final PrintWriter error;
  private final boolean terminal;
  private @Nullable ProgressBar bar;
  private int all;
  private long lastLine;

  /**
   * Makes a display.
   *
   * @param terminal whether somebody watches
   */
  EmbeddingDisplay(PrintWriter out, PrintWriter error, boolean terminal) {
    this.out = out;
    this.error = error;
    this.terminal = terminal;
  }

  @Override
  public void started(int files) {
    all = files;
    lastLine = System.nanoTime();
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Embedding")
              .setInitialMax(files)
              .setUnit(" images", 1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(500)
              .showSpeed()
              .build();
    }
  }

  @Override
  public void progressed(int done) {
    if (bar != null) {
      bar.stepTo(done);
    } else if (System.nanoTime() - lastLine >= NANOS_BETWEEN_LINES) {
      lastLine = System.nanoTime();
      out.printf(Locale.ROOT, "%,d of %,d images%n", done, all);
      out.flush();
    }
  }

  @Override
  public void leftOut(LeftOut file) {
    error.println("left out: " + file);
    error.flush();
  }

  /** Takes the bar away, so that lines can follow. */
  void end() {
    close();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
