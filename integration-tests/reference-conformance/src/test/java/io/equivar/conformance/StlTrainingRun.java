package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.api.learning.Loss;
import io.equivar.core.backbone.ResNet;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.train.TrainingGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The steps of one case, and the comparisons after them. */
final class StlTrainingRun {

  /** The case's names of the terms. */
  private static final Map<String, String> TERMS =
      Map.of("invariance", "inv", "equivariance", "equi", "transformation", "trans");

  private final ReferenceCase reference;
  private final ResNetSpec spec;
  private final TrainingGraph training;
  private final List<TorchParameter> parameters = new ArrayList<>();
  private final Comparison comparison = new Comparison();

  StlTrainingRun(ReferenceCase reference, ResNetSpec spec, TrainingGraph training) {
    this.reference = reference;
    this.spec = spec;
    this.training = training;
  }

  Comparison run(double learningRate) {
    try (GraphSession session = new GraphSession(training.graph(), SessionOptions.DEFAULT);
        TFloat32 first = reference.input("x1").channelsLast().toTensor();
        TFloat32 second = reference.input("x2").channelsLast().toTensor();
        TFloat32 rate = TFloat32.scalarOf((float) learningRate);
        TFloat32 averaging = TFloat32.scalarOf((float) training.averagingMomentumAt(0))) {
      session.initialize(0);
      setParameters(session);
      FedViews views = (FedViews) training.views();
      JsonNode steps = reference.expected().required("steps");
      for (int step = 0; step < steps.size(); step++) {
        Map<String, Operand<TFloat32>> fetches = fetches(step == 0);
        Session.Runner runner =
            session
                .runner()
                .feed(views.first(), first)
                .feed(views.second(), second)
                .feed(training.learningRate(), rate)
                .feed(training.averagingMomentum(), averaging)
                .addTarget(training.step());
        fetches.values().forEach(runner::fetch);
        try (Result result = runner.run()) {
          Map<String, float[]> fetched = new LinkedHashMap<>();
          for (String name : fetches.keySet()) {
            fetched.put(name, GraphSession.floats(result.get(fetched.size())));
          }
          checkLosses(step, steps.get(step), fetched);
          if (step == 0) {
            checkGradients(fetched);
          }
        }
      }
      checkRunningStatistics(session);
      checkRepresentation(session);
    }
    return comparison;
  }

  private void setParameters(GraphSession session) {
    for (Map.Entry<String, JsonNode> entry : reference.json().required("parameters").properties()) {
      ReferenceArray array = ReferenceArray.of(entry.getValue());
      TorchParameter parameter = TorchParameter.of(entry.getKey(), array.shape().numDimensions());
      session.write(parameter.name(), parameter.fromTorch(array));
      parameters.add(parameter);
    }
    TreeSet<String> unset = new TreeSet<>(training.gradients().keySet());
    parameters.forEach(parameter -> unset.remove(parameter.name()));
    if (!unset.isEmpty()) {
      throw new IllegalStateException("the case gives no values for the trained " + unset);
    }
  }

  private Map<String, Operand<TFloat32>> fetches(boolean withGradients) {
    Map<String, Operand<TFloat32>> fetches = new LinkedHashMap<>();
    fetches.put("total", training.loss().value());
    for (Loss.Term term : training.loss().terms()) {
      fetches.put(TERMS.get(term.name()), term.value());
    }
    if (withGradients) {
      fetches.putAll(training.gradients());
    }
    return fetches;
  }

  private void checkLosses(int step, JsonNode expected, Map<String, float[]> fetched) {
    double tolerance = reference.tolerance("relativeLoss");
    for (Map.Entry<String, JsonNode> entry : expected.properties()) {
      double value = entry.getValue().doubleValue();
      comparison.check(
          "steps[" + step + "]." + entry.getKey(),
          fetched.get(entry.getKey())[0],
          value,
          tolerance * Math.abs(value));
    }
  }

  private void checkGradients(Map<String, float[]> fetched) {
    JsonNode expected = reference.expected().required("gradientsOfFirstStep");
    comparison.check("number of gradients", training.gradients().size(), expected.size(), 0);
    for (TorchParameter parameter : parameters) {
      Shape shape = training.graph().variable(parameter.name()).shape();
      float[] gradient = parameter.toTorch(shape, fetched.get(parameter.name()));
      checkSummary(
          "gradient of " + parameter.torchName(),
          gradient,
          expected.required(parameter.torchName()),
          reference.tolerance("relativeGradientL2"),
          reference.tolerance("gradientFirstOverRms"));
    }
  }

  /**
   * Compares running statistics: their length within its own tolerance, single values within that
   * of single gradient values, because the flipped decisions behind those have moved the weights.
   */
  private void checkRunningStatistics(GraphSession session) {
    for (Map.Entry<String, JsonNode> entry :
        reference.expected().required("runningStatisticsAfterLastStep").properties()) {
      checkSummary(
          entry.getKey(),
          session.read(TorchParameter.of(entry.getKey(), 1).name()),
          entry.getValue(),
          reference.tolerance("relativeRunningStatistics"),
          reference.tolerance("gradientFirstOverRms"));
    }
  }

  /** Compares the length, and the first values in units of the root mean square. */
  private void checkSummary(
      String what, float[] values, JsonNode expected, double relativeL2, double firstOverRms) {
    double l2 = expected.required("l2").doubleValue();
    comparison.check(what + ", l2", length(values), l2, relativeL2 * l2);
    JsonNode first = expected.required("first");
    for (int i = 0; i < first.size(); i++) {
      comparison.check(
          what + "[" + i + "]",
          values[i],
          first.get(i).doubleValue(),
          firstOverRms * l2 / Math.sqrt(values.length));
    }
  }

  /** Compares the representations of the first images as evaluation computes them. */
  private void checkRepresentation(GraphSession trained) {
    JsonNode expected = reference.expected().required("evalRepresentationAfterLastStep");
    ReferenceArray images = reference.input("x1").channelsLast();
    int count = expected.size() / spec.representationWidth();
    int pixels = Math.toIntExact(images.shape().size() / images.shape().get(0));
    Shape shape =
        Shape.of(count, images.shape().get(1), images.shape().get(2), images.shape().get(3));
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      Placeholder<TFloat32> input =
          graph.tf().placeholder(TFloat32.class, Placeholder.shape(shape));
      Operand<TFloat32> output =
          ResNet.make(graph.context().scope(TrainingGraph.BACKBONE), spec).apply(input);
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT);
          TFloat32 fed =
              TFloat32.tensorOf(
                  shape, DataBuffers.of(images.values(), true, false).slice(0, count * pixels))) {
        for (GraphVariable variable : graph.variables()) {
          session.write(variable.name(), trained.read(variable.name()));
        }
        try (Result result = session.runner().feed(input, fed).fetch(output).run()) {
          checkDistance(GraphSession.floats(result.get(0)), expected);
        }
      }
    }
  }

  private void checkDistance(float[] actual, JsonNode expected) {
    float[] values = new float[expected.size()];
    float[] differences = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) expected.get(i).doubleValue();
      differences[i] = actual[i] - values[i];
    }
    comparison.check(
        "evaluation representation",
        length(differences) / length(values),
        0,
        reference.tolerance("relativeL2OfEvalRepresentation"));
  }

  private static double length(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
