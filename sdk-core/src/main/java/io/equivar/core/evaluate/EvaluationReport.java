package io.equivar.core.evaluate;

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
}
