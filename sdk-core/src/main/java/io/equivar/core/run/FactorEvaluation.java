package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.Factors;
import io.equivar.core.data.ImageSet;
import io.equivar.core.evaluate.FactorReport;
import io.equivar.core.evaluate.FactorTargets;
import io.equivar.core.evaluate.FeatureRows;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.evaluate.RidgeRegression;
import java.util.List;
import java.util.stream.IntStream;

/** Measures which factors of the images can be read off features by a linear map. */
final class FactorEvaluation {

  private final RidgeRegression regression;
  private final Factors training;
  private final Factors test;

  /**
   * Looks for factors.
   *
   * @throws ConfigurationException if the data have none
   */
  FactorEvaluation(DataSplits data, RidgeRegression regression) {
    this.regression = regression;
    training = require(data.training());
    test = require(data.test().orElse(data.training()));
  }

  private static Factors require(ImageSet set) {
    return set.factors()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    new Problem(
                        "data",
                        "must say how every image came about, such as the hue of what it shows, to"
                            + " measure what features keep of it",
                        "images without known factors",
                        "The data generated has them: it draws its images itself")));
  }

  /** Returns R2 of every factor. */
  List<Double> explained(LabelledFeatures fitted, LabelledFeatures measured) {
    FeatureRows known = new FeatureRows(fitted.values(), fitted.width());
    FeatureRows asked = new FeatureRows(measured.values(), measured.width());
    List<FactorTargets> factors = FactorTargets.of(training);
    List<double[][]> predictions =
        regression.predict(
            known,
            factors.stream().map(factor -> factor.values(training, all(training))).toList(),
            asked);
    return IntStream.range(0, factors.size())
        .mapToObj(
            i ->
                FactorTargets.explained(predictions.get(i), factors.get(i).values(test, all(test))))
        .toList();
  }

  private static int[] all(Factors factors) {
    return IntStream.range(0, factors.size()).toArray();
  }

  /** Puts the figures of pixels and of both networks beside each other. */
  FactorReport report(List<Double> pixels, List<Double> untrained, List<Double> trained) {
    List<FactorTargets> factors = FactorTargets.of(training);
    return new FactorReport(
        FactorReport.PROTOCOL,
        training.size(),
        test.size(),
        IntStream.range(0, factors.size())
            .mapToObj(
                i ->
                    new FactorReport.Result(
                        factors.get(i).name(), pixels.get(i), untrained.get(i), trained.get(i)))
            .toList());
  }
}
