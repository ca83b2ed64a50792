package io.equivar.core.cli;

import io.equivar.core.report.Metrics;
import io.equivar.core.run.TrainingListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows a training's progress: a bar on a terminal, a line now and then elsewhere. Both say losses,
 * images per second, the time left, and how much of the time the training waits for data if that is
 * worth a look.
 */
final class ProgressDisplay implements TrainingListener, AutoCloseable {

  private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(10).toNanos();

  /** Shares of the time below this are not worth a word. */
  private static final double WORTH_A_LOOK = 0.01;

  private final PrintWriter out;
  private final PrintWriter error;
  private final boolean terminal;
  private final int batchSize;
  private @Nullable ProgressBar bar;
  private long steps;
  private long start;
  private long lastLine;

  /**
   * Makes a display.
   *
   * @param terminal whether somebody watches
   */
  ProgressDisplay(PrintWriter out, PrintWriter error, boolean terminal, int batchSize) {
    this.out = out;
    this.error = error;
    this.terminal = terminal;
    this.batchSize = batchSize;
  }

  @Override
  public void noticed(String notice) {
    error.println(notice);
    error.flush();
  }

  @Override
  public void started(long totalSteps) {
    steps = totalSteps;
    start = System.nanoTime();
    lastLine = start;
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Training")
              .setInitialMax(totalSteps * batchSize)
              .setUnit(" images", 1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(500)
              .showSpeed()
              .build();
    }
  }

  @Override
  public void logged(Metrics metrics) {
    if (bar != null) {
      bar.stepTo(metrics.step() * batchSize);
      bar.setExtraMessage(losses(metrics) + waiting(metrics));
      return;
    }
    long now = System.nanoTime();
    if (now - lastLine >= NANOS_BETWEEN_LINES || metrics.step() == steps) {
      lastLine = now;
      double left = (now - start) / 1e9 * (steps - metrics.step()) / metrics.step();
      out.printf(
          Locale.ROOT,
          "step %,d of %,d, epoch %d, %s, %.0f images/s%s, %s left%n",
          metrics.step(),
          steps,
          metrics.epoch(),
          losses(metrics),
          metrics.imagesPerSecond(),
          waiting(metrics),
          clock(left));
      out.flush();
    }
  }

  private static String losses(Metrics metrics) {
    String terms =
        metrics.terms().entrySet().stream()
            .map(term -> String.format(Locale.ROOT, "%s %.3f", term.getKey(), term.getValue()))
            .collect(Collectors.joining(", "));
    String total = String.format(Locale.ROOT, "loss %.3f", metrics.loss());
    return terms.isEmpty() ? total : total + " (" + terms + ")";
  }

  private static String waiting(Metrics metrics) {
    return metrics.waitingShare() < WORTH_A_LOOK
        ? ""
        : String.format(Locale.ROOT, ", waits for data %.0f %%", 100 * metrics.waitingShare());
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
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
