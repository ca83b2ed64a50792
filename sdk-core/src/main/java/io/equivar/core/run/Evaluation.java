package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.evaluate.KnnReport;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.evaluate.LinearProbe;
import io.equivar.core.evaluate.LinearReport;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.evaluate.PixelFeatures;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * Measures how well the classes of a run's test images can be told from its representations: with
 * the trained network, and with pixels and the untrained network beside it.
 */
public final class Evaluation {

  private final Components components;

  @Inject
  Evaluation(Components components) {
    this.components = components;
  }

  private record Compared<T>(
      int training, int test, int classes, T pixels, T untrained, T trained) {}

  /**
   * Classifies by the nearest neighbours among the labelled training images.
   *
   * @param data of the run
   * @param checkpoint of the run
   * @throws ConfigurationException if the data have no labelled test images
   */
  public KnnReport nearestNeighbours(
      RunConfig config, DataSplits data, Checkpoint checkpoint, NearestNeighbours neighbours) {
    Compared<Double> compared = compare(config, data, checkpoint, neighbours::accuracy);
    return new KnnReport(
        KnnReport.PROTOCOL,
        neighbours.k(),
        neighbours.temperature(),
        compared.training(),
        compared.test(),
        compared.classes(),
        compared.pixels(),
        compared.untrained(),
        compared.trained());
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
    Compared<LinearProbe.Outcome> compared =
        compare(
            config,
            data,
            checkpoint,
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

  private <T> Compared<T> compare(
      RunConfig config,
      DataSplits data,
      Checkpoint checkpoint,
      BiFunction<LabelledFeatures, LabelledFeatures, T> measure) {
    requireLabels(data);
    ImageSet training = data.labelledTraining().orElseThrow();
    ImageSet test = data.test().orElseThrow();
    T pixels = measure.apply(PixelFeatures.of(training), PixelFeatures.of(test));
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
