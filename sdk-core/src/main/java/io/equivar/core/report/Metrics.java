package io.equivar.core.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a group of steps achieved: means over the group.
 *
 * @param step number of steps made so far
 * @param epoch the epoch of the last step, from 1
 * @param learningRate of the last step
 * @param loss the weighted sum that is minimised
 * @param terms the unweighted terms of the loss, by name
 * @param imagesPerSecond images, each of which has two views, per second of the group
 * @param waitingShare how much of the group's time the training waited for data, in [0, 1]; above a
 *     few hundredths, more {@code training.data-threads} or simpler Java pixel code make it faster
 */
@JsonPropertyOrder({
  "step",
  "epoch",
  "learningRate",
  "loss",
  "terms",
  "imagesPerSecond",
  "waitingShare"
})
public record Metrics(
    long step,
    int epoch,
    double learningRate,
    double loss,
    Map<String, Double> terms,
    double imagesPerSecond,
    double waitingShare) {

  /** Keeps a copy of the terms, in their order. */
  public Metrics {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** Returns the values by the tags under which TensorBoard shows them. */
  public Map<String, Double> byTag() {
    Map<String, Double> tags = new LinkedHashMap<>();
    tags.put("loss/total", loss);
    terms.forEach((name, value) -> tags.put("loss/" + name, value));
    tags.put("training/learning-rate", learningRate);
    tags.put("training/images-per-second", imagesPerSecond);
    tags.put("training/waiting-share", waitingShare);
    return tags;
  }
}
