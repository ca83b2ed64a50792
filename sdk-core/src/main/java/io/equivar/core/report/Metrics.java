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
 */
@JsonPropertyOrder({"step", "epoch", "learningRate", "loss", "terms", "imagesPerSecond"})
public record Metrics(
    long step,
    int epoch,
    double learningRate,
    double loss,
    Map<String, Double> terms,
    double imagesPerSecond) {

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
    return tags;
  }
}
