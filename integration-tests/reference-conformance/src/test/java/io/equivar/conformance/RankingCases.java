package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.core.evaluate.RetrievalRanks;
import java.util.Map;
import java.util.Optional;

/** Ranks of predicted representations among the versions of an image. */
final class RankingCases implements CaseKind {

  @Override
  public Optional<Comparison> compare(ReferenceCase reference) {
    JsonNode json = reference.json();
    ReferenceArray candidates = ReferenceArray.of(json.required("candidates"));
    ReferenceArray noise = ReferenceArray.of(json.required("noise"));
    float[] predictions = candidates.values().clone();
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] += noise.values()[i];
    }
    RetrievalRanks ranks =
        RetrievalRanks.of(
            predictions,
            candidates.values(),
            (int) candidates.shape().get(1),
            (int) candidates.shape().get(2));
    Comparison comparison = new Comparison();
    double allowed = reference.tolerance("absolute");
    for (Map.Entry<String, JsonNode> figure : reference.expected().properties()) {
      String name = figure.getKey();
      double actual =
          name.equals("MRR")
              ? ranks.meanReciprocalRank()
              : ranks.hitRate(Integer.parseInt(name.substring("H@".length())));
      comparison.check(name, actual, figure.getValue().doubleValue(), allowed);
    }
    return Optional.of(comparison);
  }
}
