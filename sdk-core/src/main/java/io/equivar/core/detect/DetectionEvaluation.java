package io.equivar.core.detect;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.detect.measure.TrueObject;
import io.equivar.core.detect.model.Detector;
import io.equivar.core.detect.model.DetectorSettings;
import io.equivar.core.detect.model.DetectorTraining;
import io.equivar.core.detect.voc.DetectionData;
import io.equivar.core.run.Components;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures how well objects can be found with the backbone of a run: a small detector is put on it,
 * all of it is trained on images with boxes, and average precision is measured on others. The same
 * is done with the backbone as it was before its training.
 */
public final class DetectionEvaluation {

  private final Components components;

  @Inject
  DetectionEvaluation(Components components) {
    this.components = components;
  }

  /**
   * Trains and measures.
   *
   * @param checkpoint of the run
   * @param baseline whether to do the same with the untrained backbone
   * @param notices is told how it goes, a line each
   * @throws io.equivar.api.config.ConfigurationException if the run's pipeline moves pixels in
   *     evaluation
   */
  public DetectionReport evaluate(
      RunConfig config,
      Checkpoint checkpoint,
      DetectionData data,
      DetectorSettings settings,
      boolean baseline,
      Consumer<String> notices) {
    ImageShape shape = ImageShape.square(data.training().side());
    DetectorTraining training =
        new DetectorTraining(
            components.pipeline(config, shape),
            config.backbone().spec(),
            components.sessionOptions(config),
            settings);
    try (BackboneWeights weights = new BackboneWeights(config.backbone().spec())) {
      @Nullable DetectionScores untrained = null;
      if (baseline) {
        weights.initialize(config.seed());
        untrained = scores(training, data, weights, "untrained backbone", notices);
      }
      weights.restore(checkpoint);
      return new DetectionReport(
          DetectionReport.PROTOCOL,
          data.training().classNames().size(),
          data.training().size(),
          data.test().size(),
          data.training().side(),
          settings,
          untrained,
          scores(training, data, weights, "trained backbone", notices));
    }
  }

  private static DetectionScores scores(
      DetectorTraining training,
      DetectionData data,
      BackboneWeights weights,
      String name,
      Consumer<String> notices) {
    try (Detector detector =
        training.train(
            data.training(),
            weights::read,
            (epoch, loss) ->
                notices.accept(
                    String.format(Locale.ROOT, "%s: epoch %d, loss %.3f", name, epoch, loss)))) {
      List<TrueObject> objects = data.test().objects().stream().flatMap(List::stream).toList();
      return DetectionScores.of(objects, detector.detect(data.test()));
    }
  }
}
