package io.equivar.core.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** What an evaluation came to. Written to the run's folder as JSON. */
public sealed interface EvaluationReport
    permits EquivarianceReport,
        FactorReport,
        KnnReport,
        LinearReport,
        TransformationPredictionReport {

  /** Returns the name of the protocol. */
  String protocol();

  /** Returns the figures as a table for people. */
  String table();

  /** Returns the figures in full as JSON, a line's end at their end. */
  default String json() {
    try {
      return new ObjectMapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this)
          + System.lineSeparator();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures cannot be written as JSON", e);
    }
  }
}
