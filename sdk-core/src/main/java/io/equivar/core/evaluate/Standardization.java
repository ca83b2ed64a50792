package io.equivar.core.evaluate;

/**
 * Brings every feature to mean 0 and deviation 1; features that never change are left at 0.
 *
 * @param means of the features
 * @param factors one over their deviations
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of numbers, never compared.
record Standardization(double[] means, double[] factors) {

  static Standardization of(FeatureRows rows) {
    double[] means = new double[rows.width()];
    double[] squares = new double[rows.width()];
    for (int i = 0; i < rows.values().length; i++) {
      means[i % rows.width()] += rows.values()[i];
    }
    for (int j = 0; j < means.length; j++) {
      means[j] /= rows.size();
    }
    for (int i = 0; i < rows.values().length; i++) {
      double difference = rows.values()[i] - means[i % rows.width()];
      squares[i % rows.width()] += difference * difference;
    }
    double[] factors = new double[rows.width()];
    for (int j = 0; j < factors.length; j++) {
      double deviation = Math.sqrt(squares[j] / rows.size());
      // What is left of a constant after rounding is no information.
      factors[j] = deviation > 1e-6 * (1e-6 + Math.abs(means[j])) ? 1 / deviation : 0;
    }
    return new Standardization(means, factors);
  }

  float[] apply(FeatureRows rows) {
    float[] standardized = new float[rows.values().length];
    for (int i = 0; i < standardized.length; i++) {
      int j = i % rows.width();
      standardized[i] = (float) ((rows.values()[i] - means[j]) * factors[j]);
    }
    return standardized;
  }
}
