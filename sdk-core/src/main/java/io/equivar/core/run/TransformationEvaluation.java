package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import io.equivar.core.evaluate.EquivarianceReport;
import io.equivar.core.evaluate.PairNetwork;
import io.equivar.core.evaluate.TransformationPrediction;
import io.equivar.core.evaluate.TransformationPredictionReport;
import io.equivar.core.evaluate.TransformationPredictionReport.ParameterError;
import io.equivar.core.evaluate.TransformationPredictionReport.TypeAccuracy;
import io.equivar.core.evaluate.VersionRetrieval;
import io.equivar.core.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;

/** Measures what a run's network and objective know of transformations. */
final class TransformationEvaluation {

  private static final String DATA = "data";

  private final Components components;
  private final PredictingObjectives predicting;

  TransformationEvaluation(Components components, PredictingObjectives predicting) {
    this.components = components;
    this.predicting = predicting;
  }

  TransformationPredictionReport prediction(
      RunConfig config,
      DataSplits data,
      Checkpoint checkpoint,
      TransformationPrediction prediction) {
    ImageSet training = data.training();
    ImageSet test = requireTest(data, 1);
    Pipeline pipeline = components.pipeline(config, training.shape()).skippable();
    List<String> types = prediction.types(pipeline);
    if (types.size() < 2 && prediction.predictedSteps(pipeline).isEmpty()) {
      throw new ConfigurationException(
          new Problem(
              "pipeline",
              "must have random steps with parameters, or several random steps, to tell what was"
                  + " done",
              types.isEmpty() ? "none" : String.join(", ", types),
              "Evaluate with others by --set pipeline='[random-resized-crop: {}, color-jitter: {}]'"));
    }
    TransformationPrediction.Outcome guess = prediction.baseline(pipeline, training, test);
    TransformationPrediction.Outcome untrained;
    TransformationPrediction.Outcome trained;
    try (PairNetwork network =
        components.pairNetwork(config, pipeline, false, TransformationPrediction.BATCH_SIZE)) {
      network.initialize(config.seed());
      untrained = prediction.measure(network, pipeline, training, test);
      network.restore(checkpoint.variables());
      trained = prediction.measure(network, pipeline, training, test);
    }
    return new TransformationPredictionReport(
        TransformationPredictionReport.PROTOCOL,
        Math.min(prediction.images(), training.size()),
        Math.min(prediction.images(), test.size()),
        parameterErrors(prediction, pipeline, guess, untrained, trained),
        guess.types() == null || untrained.types() == null || trained.types() == null
            ? null
            : new TypeAccuracy(types, guess.types(), untrained.types(), trained.types()));
  }

  private static List<ParameterError> parameterErrors(
      TransformationPrediction prediction,
      Pipeline pipeline,
      TransformationPrediction.Outcome guess,
      TransformationPrediction.Outcome untrained,
      TransformationPrediction.Outcome trained) {
    List<String> names = new ArrayList<>(prediction.predictedSteps(pipeline));
    List<List<String>> columns = new ArrayList<>(prediction.predictedColumns(pipeline));
    if (names.isEmpty()) {
      return List.of();
    }
    columns.add(columns.stream().flatMap(List::stream).toList());
    names.add(TransformationPredictionReport.TOGETHER);
    List<ParameterError> errors = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      errors.add(
          new ParameterError(
              names.get(i),
              columns.get(i),
              guess.errors().get(i),
              untrained.errors().get(i),
              trained.errors().get(i)));
    }
    return errors;
  }

  EquivarianceReport equivariance(
      RunConfig config, DataSplits data, Checkpoint checkpoint, VersionRetrieval retrieval) {
    ImageSet test = requireTest(data, 2);
    Pipeline pipeline = components.pipeline(config, data.training().shape()).skippable();
    requireShared(pipeline);
    try (PairNetwork network =
        components.pairNetwork(config, pipeline, true, retrieval.batchSize())) {
      if (network.predictionWidth().isEmpty()) {
        throw new ConfigurationException(
            new Problem(
                config.objective().location("objective"),
                "must be trained to predict the representations of transformed images, to measure"
                    + " how well it does",
                config.objective().id() + " as it is configured, which has no such prediction",
                predicting.advice(config, pipeline)));
      }
      network.initialize(config.seed());
      EquivarianceReport.Figures untrained = retrieval.measure(network, pipeline, test);
      network.restore(checkpoint.variables());
      return new EquivarianceReport(
          EquivarianceReport.PROTOCOL,
          retrieval.taken(test),
          retrieval.versions(),
          retrieval.chance(pipeline, test),
          untrained,
          retrieval.measure(network, pipeline, test));
    }
  }

  private static void requireShared(Pipeline pipeline) {
    if (pipeline.steps().stream()
        .noneMatch(
            step -> step.step().sharing() == Sharing.PAIR && !step.step().isDeterministic())) {
      throw new ConfigurationException(
          new Problem(
              "pipeline",
              "must have a random step that pairs share, of which versions of images are made",
              "none",
              "Train with share: pair where transformations are to be learned"));
    }
  }

  private static ImageSet requireTest(DataSplits data, int least) {
    return data.test()
        .filter(test -> test.size() >= least)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    new Problem(
                        DATA,
                        "must have at least " + least + " test images for this evaluation",
                        data.test().map(test -> Integer.toString(test.size())).orElse("none"),
                        "For a folder, put images into test/CLASS beside train/CLASS")));
  }
}
