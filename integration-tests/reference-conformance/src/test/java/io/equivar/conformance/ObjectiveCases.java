package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.train.Sgd;
import io.equivar.core.train.TrainingGraph;
import io.equivar.plugin.simclr.SimClr;
import io.equivar.plugin.simclr.SimClrConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Objectives on SimCLR without projectors and a small encoder: the loss, its terms, and the
 * gradients of all variables.
 */
final class ObjectiveCases implements CaseKind {

  @Override
  public Optional<Comparison> compare(ReferenceCase reference) {
    JsonNode shape = reference.json().required("views").required("first").required("shape");
    return Objectives.find(
            reference.json().required("objective").textValue(),
            new ObjectMapper().convertValue(reference.json().required("settings"), Map.class),
            new ImageShape(shape.get(1).intValue(), shape.get(2).intValue()))
        .map(objective -> compare(reference, objective));
  }

  private static Comparison compare(ReferenceCase reference, Objective objective) {
    Map<String, ReferenceArray> variables = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : reference.json().required("variables").properties()) {
      variables.put(entry.getKey(), ReferenceArray.of(entry.getValue()));
    }
    int width = (int) variables.get("backbone.dense.weight").shape().get(0);
    SimClrConfig simClr =
        new SimClrConfig(
            reference.json().required("temperature").doubleValue(), List.of(), List.of());
    try (TrainingGraph graph =
            TrainingGraph.build(
                g -> GivenViews.of(g, reference),
                g -> MomentEncoder.of(g, width),
                objective,
                new SimClr(simClr, "simclr"),
                new Sgd(0, 0));
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(0);
      variables.forEach((name, array) -> session.write(name, array.values()));
      return compared(reference, graph, session);
    }
  }

  private static Comparison compared(
      ReferenceCase reference, TrainingGraph graph, GraphSession session) {
    JsonNode expected = reference.expected();
    Comparison comparison = new Comparison();
    check(reference, comparison, "loss", session, graph.loss().value(), expected.required("loss"));
    JsonNode terms = expected.required("terms");
    comparison.check("number of terms", graph.loss().terms().size(), terms.size(), 0);
    for (Loss.Term term : graph.loss().terms()) {
      check(reference, comparison, term.name(), session, term.value(), terms.required(term.name()));
    }
    JsonNode gradients = expected.required("gradients");
    comparison.check("number of gradients", graph.gradients().size(), gradients.size(), 0);
    graph
        .gradients()
        .forEach(
            (name, gradient) ->
                check(
                    reference,
                    comparison,
                    "gradient of " + name,
                    session,
                    gradient,
                    gradients.required(name)));
    return comparison;
  }

  /** Compares values; what is relative is so to the largest of them. */
  private static void check(
      ReferenceCase reference,
      Comparison comparison,
      String what,
      GraphSession session,
      Operand<TFloat32> value,
      JsonNode expected) {
    float[] actual = session.fetch(value);
    double[] values = new double[Math.max(1, expected.size())];
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (expected.isArray() ? expected.required(i) : expected).doubleValue();
      largest = Math.max(largest, Math.abs(values[i]));
    }
    double allowed = reference.tolerance("absolute") + reference.tolerance("relative") * largest;
    comparison.check(what + ".size", actual.length, values.length, 0);
    for (int i = 0; i < Math.min(actual.length, values.length); i++) {
      comparison.check(what + "[" + i + "]", actual[i], values[i], allowed);
    }
  }
}
