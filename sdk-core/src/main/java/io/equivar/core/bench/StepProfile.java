package io.equivar.core.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tensorflow.proto.DeviceStepStats;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.StepStats;

/**
 * Where the time of a step goes, operation by operation. Operations run beside each other, and one
 * may wait for a core that another has: the sum of all is near the duration of a step times the
 * number of threads that had something to do.
 *
 * @param steps how many steps were traced
 * @param stepMilliseconds from the start of the first operation to the end of the last, mean
 * @param shares of the kinds of operations, the largest first
 */
public record StepProfile(int steps, double stepMilliseconds, List<Share> shares) {

  private static final double MICROS_PER_MILLI = 1000;
  private static final double PERCENT = 100;

  /**
   * What one kind of operation takes in a step.
   *
   * @param operation TensorFlow's name of the kind, {@code Conv2DBackpropFilter}
   * @param count how many there are in a step
   * @param milliseconds all of them together, mean over the steps
   * @param share of the time of all operations, in [0, 1]
   */
  public record Share(String operation, int count, double milliseconds, double share) {}

  /** Keeps a copy. */
  public StepProfile {
    shares = List.copyOf(shares);
  }

  /**
   * Adds up what was recorded.
   *
   * @param traces of whole steps, at least one
   * @throws IllegalArgumentException if there is none
   */
  public static StepProfile of(List<StepStats> traces) {
    if (traces.isEmpty()) {
      throw new IllegalArgumentException("a profile is of at least one step, got none");
    }
    Map<String, Long> micros = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    long duration = 0;
    for (StepStats trace : traces) {
      long first = Long.MAX_VALUE;
      long last = Long.MIN_VALUE;
      for (DeviceStepStats device : trace.getDevStatsList()) {
        for (NodeExecStats node : device.getNodeStatsList()) {
          long start = node.getAllStartMicros() + node.getOpStartRelMicros();
          long end = node.getAllStartMicros() + node.getOpEndRelMicros();
          first = Math.min(first, start);
          last = Math.max(last, end);
          String kind = kind(node);
          micros.merge(kind, end - start, Long::sum);
          counts.merge(kind, 1, Integer::sum);
        }
      }
      duration += Math.max(0, last - first);
    }
    int steps = traces.size();
    double all = micros.values().stream().mapToLong(Long::longValue).sum();
    List<Share> shares = new ArrayList<>();
    micros.forEach(
        (kind, time) ->
            shares.add(
                new Share(
                    kind,
                    counts.getOrDefault(kind, 0) / steps,
                    time / MICROS_PER_MILLI / steps,
                    all == 0 ? 0 : time / all)));
    shares.sort(Comparator.comparingDouble(Share::milliseconds).reversed());
    return new StepProfile(steps, duration / MICROS_PER_MILLI / steps, shares);
  }

  /** TensorFlow labels a node {@code name = Kind(inputs)}. */
  private static String kind(NodeExecStats node) {
    String label = node.getTimelineLabel();
    int start = label.indexOf(" = ") + " = ".length();
    int end = label.indexOf('(', start);
    return label.contains(" = ") && end > 0 ? label.substring(start, end) : node.getNodeName();
  }

  /**
   * Returns the profile as lines of text.
   *
   * @param most how many kinds to show; the others are added up
   */
  public String table(int most) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "a traced step takes %.1f ms (mean of %d), its operations %.1f ms together%n",
            stepMilliseconds,
            steps,
            shares.stream().mapToDouble(Share::milliseconds).sum()));
    List<Share> shown = shares.subList(0, Math.min(most, shares.size()));
    shown.forEach(share -> text.append(line(share)));
    List<Share> others = shares.subList(shown.size(), shares.size());
    if (!others.isEmpty()) {
      text.append(
          line(
              new Share(
                  others.size() + " other kinds",
                  others.stream().mapToInt(Share::count).sum(),
                  others.stream().mapToDouble(Share::milliseconds).sum(),
                  others.stream().mapToDouble(Share::share).sum())));
    }
    return text.toString();
  }

  private static String line(Share share) {
    return String.format(
        Locale.ROOT,
        "  %-36s %5d  %8.1f ms  %5.1f %%%n",
        share.operation(),
        share.count(),
        share.milliseconds(),
        PERCENT * share.share());
  }
}
