package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.evaluate.KnnReport;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.evaluate.PixelFeatures;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Classifies the test images of a run's data by their nearest neighbours among the labelled
 * training images: with the trained network, and with pixels and the untrained network beside it.
 */
public final class KnnEvaluation {

  private final Components components;

  @Inject
  KnnEvaluation(Components components) {
    this.components = components;
  }

  /**
   * Evaluates a checkpoint.
   *
   * @param data of the run
   * @param checkpoint the variables of the trained network
   * @throws ConfigurationException if the data have no labelled test images
   */
  public KnnReport evaluate(
      RunConfig config, DataSplits data, Path checkpoint, NearestNeighbours neighbours) {
    requireLabels(data);
    ImageSet references = data.labelledTraining().orElseThrow();
    ImageSet queries = data.test().orElseThrow();
    double pixels = neighbours.accuracy(PixelFeatures.of(references), PixelFeatures.of(queries));
    try (FeatureExtractor network = components.featureExtractor(config, data.training().shape())) {
      network.initialize(config.seed());
      double untrained = neighbours.accuracy(network.extract(references), network.extract(queries));
      network.restore(checkpoint);
      LabelledFeatures trained = network.extract(references);
      return new KnnReport(
          KnnReport.PROTOCOL,
          neighbours.k(),
          neighbours.temperature(),
          references.size(),
          queries.size(),
          (int) Arrays.stream(trained.labels()).distinct().count(),
          pixels,
          untrained,
          neighbours.accuracy(trained, network.extract(queries)));
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
              "must have labelled training and test images for kNN",
              data.test().isPresent() ? "no labelled training images" : "no test images",
              "For a folder, put the images of each class into train/CLASS and test/CLASS"));
    }
  }
}
