package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import io.equivar.core.evaluate.EquivarianceReport;
import io.equivar.core.evaluate.FactorReport;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.evaluate.KnnReport;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.evaluate.LinearProbe;
import io.equivar.core.evaluate.LinearReport;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.evaluate.PixelFeatures;
import io.equivar.core.evaluate.RidgeRegression;
import io.equivar.core.evaluate.TransformationPrediction;
import io.equivar.core.evaluate.TransformationPredictionReport;
import io.equivar.core.evaluate.VersionRetrieval;
import io.equivar.core.plugin.PluginCatalog;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Measures the representations of a run: with the trained network, and with baselines beside it.
 * {@code docs/reference/evaluation.md} has the formula of each protocol.
 */
public final class Evaluation {

  private final Components components;
  private final TransformationEvaluation transformations;

  @Inject
  Evaluation(Components components, PluginCatalog plugins) {
    this.components = components;
    this.transformations =
        new TransformationEvaluation(components, new PredictingObjectives(plugins, components));
  }

  private record Compared<T>(
      int training, int test, int classes, T pixels, T untrained, T trained) {}

  /**
   * Classifies by the nearest neighbours among the labelled training images.
   *
   * @param data of the run
   * @param checkpoint of the run
   * @param neighbours more of them than there are references are refused
   * @throws ConfigurationException if the data have no labelled test images, or too few training
   *     images
   */
  public KnnReport nearestNeighbours(
      RunConfig config, DataSplits data, Checkpoint checkpoint, NearestNeighbours neighbours) {
    requireLabels(data);
    int references = data.labelledTraining().orElseThrow().size();
    int most = neighbours.ks().stream().mapToInt(Integer::intValue).max().orElseThrow();
    if (most > references) {
      throw new ConfigurationException(
          new Problem(
              "--k",
              "must be at most the number of labelled training images, " + references,
              Integer.toString(most),
              "Leave it out: 1, 20 and 200 are taken, or as many as there are"));
    }
    Compared<List<Double>> compared =
        compare(config, data, checkpoint, Optional.empty(), neighbours::accuracies);
    return new KnnReport(
        KnnReport.PROTOCOL,
        neighbours.temperature(),
        compared.training(),
        compared.test(),
        compared.classes(),
        IntStream.range(0, neighbours.ks().size())
            .mapToObj(
                i ->
                    new KnnReport.Result(
                        neighbours.ks().get(i),
                        compared.pixels().get(i),
                        compared.untrained().get(i),
                        compared.trained().get(i)))
            .toList());
  }

  /**
   * Classifies by softmax regression, its penalty chosen on the validation part of the data, or,
   * where they have none, on one that is drawn.
   *
   * @param data of the run
   * @param checkpoint of the run
   * @throws ConfigurationException if the data have no labelled test images
   */
  public LinearReport linear(
      RunConfig config, DataSplits data, Checkpoint checkpoint, LinearProbe probe) {
    return linear(config, data, checkpoint, probe, Optional.empty());
  }

  /**
   * As {@link #linear(RunConfig, DataSplits, Checkpoint, LinearProbe)}, without measuring the
   * pixels again.
   *
   * @param pixels what the same probe came to on the pixels of the same data, if that is known
   */
  LinearReport linear(
      RunConfig config,
      DataSplits data,
      Checkpoint checkpoint,
      LinearProbe probe,
      Optional<LinearProbe.Outcome> pixels) {
    Compared<LinearProbe.Outcome> compared =
        compare(
            config,
            data,
            checkpoint,
            pixels,
            (training, test) ->
                data.validation()
                    .map(rows -> probe.evaluate(training, rows.marks(training.size()), test))
                    .orElseGet(() -> probe.evaluate(training, test)));
    return new LinearReport(
        LinearReport.PROTOCOL,
        probe.accuracy().toString(),
        compared.training(),
        compared.test(),
        compared.classes(),
        compared.pixels(),
        compared.untrained(),
        compared.trained());
  }

  /**
   * Reads known factors of the images off their features by linear regression.
   *
   * @param data of the run
   * @param checkpoint of the run
   * @throws ConfigurationException if the data have no factors
   */
  public FactorReport factors(
      RunConfig config, DataSplits data, Checkpoint checkpoint, RidgeRegression regression) {
    FactorEvaluation factors = new FactorEvaluation(data, regression);
    Compared<List<Double>> compared =
        compare(config, data, checkpoint, Optional.empty(), factors::explained);
    return factors.report(compared.pixels(), compared.untrained(), compared.trained());
  }

  /**
   * Reads what was done to test images off representations before and after.
   *
   * @param data of the run
   * @param checkpoint of the run
   * @throws ConfigurationException if there are no test images, or nothing to predict
   */
  public TransformationPredictionReport transformationPrediction(
      RunConfig config,
      DataSplits data,
      Checkpoint checkpoint,
      TransformationPrediction prediction) {
    return transformations.prediction(config, data, checkpoint, prediction);
  }

  /**
   * Finds versions of test images by the predictions of their representations.
   *
   * @param data of the run
   * @param checkpoint of the run
   * @throws ConfigurationException if the objective predicts none, there are too few test images,
   *     or pairs share no random step
   */
  public EquivarianceReport equivariance(
      RunConfig config, DataSplits data, Checkpoint checkpoint, VersionRetrieval retrieval) {
    return transformations.equivariance(config, data, checkpoint, retrieval);
  }

  private <T> Compared<T> compare(
      RunConfig config,
      DataSplits data,
      Checkpoint checkpoint,
      Optional<T> known,
      BiFunction<LabelledFeatures, LabelledFeatures, T> measure) {
    requireLabels(data);
    ImageSet training = data.labelledTraining().orElseThrow();
    ImageSet test = data.test().orElseThrow();
    T pixels =
        known.orElseGet(() -> measure.apply(PixelFeatures.of(training), PixelFeatures.of(test)));
    try (FeatureExtractor network = components.featureExtractor(config, data.training().shape())) {
      network.initialize(config.seed());
      T untrained = measure.apply(network.extract(training), network.extract(test));
      network.restore(checkpoint.variables());
      LabelledFeatures features = network.extract(training);
      return new Compared<>(
          training.size(),
          test.size(),
          (int) Arrays.stream(features.labels()).distinct().count(),
          pixels,
          untrained,
          measure.apply(features, network.extract(test)));
    }
  }

  /** Returns whether data can be evaluated. */
  public static boolean hasLabels(DataSplits data) {
    return data.labelledTraining().isPresent() && data.test().isPresent();
  }

  private static void requireLabels(DataSplits data) {
    if (!hasLabels(data)) {
      throw new ConfigurationException(
          new Problem(
              "data",
              "must have labelled training and test images for an evaluation",
              data.test().isPresent() ? "no labelled training images" : "no test images",
              "For a folder, put the images of each class into train/CLASS and test/CLASS"));
    }
  }
}
