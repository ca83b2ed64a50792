package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.train.Sgd;
import io.equivar.core.train.TrainingGraph;
import io.equivar.plugin.stl.Stl;
import io.equivar.plugin.stl.StlConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * Steps of STL over a base method on the smallest network: the losses of each step, and what the
 * last step leaves in weights, moving averages and queues.
 */
final class BaseTrainingCases implements CaseKind {

  @Override
  public Optional<Comparison> compare(ReferenceCase reference) {
    return BaseModels.find(reference.json()).map(base -> compare(reference, base));
  }

  private static Comparison compare(ReferenceCase reference, BaseModel base) {
    JsonNode optimizer = reference.json().required("optimizer");
    Shape images = reference.input("x1").shape();
    int pixels = Math.toIntExact(images.size() / images.get(0));
    Shape encoder = parameter(reference, "backbone.dense.weight").shape();
    try (TrainingGraph graph =
            TrainingGraph.build(
                g -> FedViews.of(g, images),
                g -> DenseEncoder.of(g, pixels, Math.toIntExact(encoder.get(0))),
                stl(reference.json().required("config")),
                base,
                new Sgd(number(optimizer, "momentum"), number(optimizer, "weightDecay")));
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(0);
      setVariables(reference, graph, session);
      Comparison comparison = new Comparison();
      train(reference, graph, session, comparison);
      checkVariables(reference, graph, session, comparison);
      return comparison;
    }
  }

  private static Stl stl(JsonNode config) {
    List<Integer> widths = new ArrayList<>();
    config.required("transformationEncoder").forEach(width -> widths.add(width.intValue()));
    JsonNode weights = config.required("weights");
    return new Stl(
        new StlConfig(
            widths,
            new StlConfig.Weights(
                number(weights, "invariance"),
                number(weights, "equivariance"),
                number(weights, "transformation"))));
  }

  /** Sets what the case gives; moving averages start as copies. */
  private static void setVariables(
      ReferenceCase reference, TrainingGraph graph, GraphSession session) {
    TreeSet<String> unset = new TreeSet<>(graph.gradients().keySet());
    reference
        .json()
        .required("parameters")
        .fieldNames()
        .forEachRemaining(
            name -> {
              float[] values = parameter(reference, name).values();
              session.write(name, values);
              String average = "averaged." + name;
              if (graph.graph().variables().stream().anyMatch(v -> v.name().equals(average))) {
                session.write(average, values);
              }
              unset.remove(name);
            });
    if (!unset.isEmpty()) {
      throw new IllegalStateException("the case gives no values for the trained " + unset);
    }
  }

  private static void train(
      ReferenceCase reference, TrainingGraph graph, GraphSession session, Comparison comparison) {
    JsonNode steps = reference.expected().required("steps");
    FedViews views = (FedViews) graph.views();
    double learningRate = number(reference.json().required("optimizer"), "rate");
    for (int step = 0; step < steps.size(); step++) {
      double progress = (double) step / steps.size();
      try (TFloat32 first = reference.input("x1").toTensor();
          TFloat32 second = reference.input("x2").toTensor();
          TFloat32 rate = TFloat32.scalarOf((float) learningRate);
          TFloat32 momentum = TFloat32.scalarOf((float) graph.averagingMomentumAt(progress))) {
        Session.Runner runner =
            session
                .runner()
                .feed(views.first(), first)
                .feed(views.second(), second)
                .feed(graph.learningRate(), rate)
                .feed(graph.averagingMomentum(), momentum)
                .addTarget(graph.step())
                .fetch(graph.loss().value());
        graph.loss().terms().forEach(term -> runner.fetch(term.value()));
        try (Result result = runner.run()) {
          checkLosses(reference, step, graph.loss(), result, comparison);
        }
      }
    }
  }

  private static void checkLosses(
      ReferenceCase reference, int step, Loss loss, Result result, Comparison comparison) {
    JsonNode expected = reference.expected().required("steps").get(step);
    double tolerance = reference.tolerance("relativeLoss");
    comparison.check("number of terms", loss.terms().size(), expected.size() - 1.0, 0);
    List<String> names = new ArrayList<>(List.of("total"));
    loss.terms().forEach(term -> names.add(term.name()));
    for (int i = 0; i < names.size(); i++) {
      double value = number(expected, names.get(i));
      comparison.check(
          "steps[" + step + "]." + names.get(i),
          GraphSession.floats(result.get(i))[0],
          value,
          tolerance * Math.max(1, Math.abs(value)));
    }
  }

  /** Compares all variables but running statistics and the optimiser's own. */
  private static void checkVariables(
      ReferenceCase reference, TrainingGraph graph, GraphSession session, Comparison comparison) {
    JsonNode expected = reference.expected().required("variables");
    double tolerance = reference.tolerance("variable");
    TreeSet<String> unexpected = new TreeSet<>();
    for (GraphVariable variable : graph.graph().variables()) {
      String name = variable.name();
      if (!name.contains(".running_") && !name.startsWith("momentum.") && !expected.has(name)) {
        unexpected.add(name);
      }
    }
    comparison.check("variables that the case lacks: " + unexpected, unexpected.size(), 0, 0);
    for (Map.Entry<String, JsonNode> entry : expected.properties()) {
      float[] actual = session.read(entry.getKey());
      JsonNode values = entry.getValue();
      comparison.check(entry.getKey() + ".size", actual.length, values.size(), 0);
      for (int i = 0; i < actual.length; i++) {
        comparison.check(
            entry.getKey() + "[" + i + "]", actual[i], values.get(i).doubleValue(), tolerance);
      }
    }
  }

  private static ReferenceArray parameter(ReferenceCase reference, String name) {
    return ReferenceArray.of(reference.json().required("parameters").required(name));
  }

  private static double number(JsonNode json, String name) {
    return json.required(name).doubleValue();
  }
}
