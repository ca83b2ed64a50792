package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Losses of base methods without their heads, and the gradients of every input. */
final class LossCases implements CaseKind {

  @Override
  public Optional<Comparison> compare(ReferenceCase reference) {
    return BaseLosses.find(reference.json().required("loss").textValue())
        .map(maker -> compare(reference, maker));
  }

  private static Comparison compare(ReferenceCase reference, BaseLosses.Maker maker) {
    Map<String, Operand<TFloat32>> inputs = new LinkedHashMap<>();
    List<TFloat32> tensors = new ArrayList<>();
    try (ModelGraph graph = ModelGraph.forTraining()) {
      for (String name : names(reference)) {
        ReferenceArray array = reference.input(name);
        inputs.put(name, graph.tf().placeholder(TFloat32.class, Placeholder.shape(array.shape())));
        tensors.add(array.toTensor());
      }
      Operand<TFloat32> loss =
          maker.make(graph.context(), reference.json().required("arguments"), inputs).value();
      Operand<TFloat32> reachingAll = reachingAll(graph.tf(), loss, inputs.values());
      Output<?>[] gradients =
          graph
              .graph()
              .addGradients(
                  reachingAll.asOutput(),
                  inputs.values().stream().map(Operand::asOutput).toArray(Output<?>[]::new));
      try (Session session = new Session(graph.graph())) {
        Session.Runner runner = session.runner().fetch(loss);
        int next = 0;
        for (Operand<TFloat32> input : inputs.values()) {
          runner.feed(input, tensors.get(next)).fetch(gradients[next]);
          next++;
        }
        try (Result result = runner.run()) {
          return compared(reference, result);
        }
      }
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }

  /**
   * Returns the loss plus 0 times every input: the same gradients, and a gradient of zeros, not
   * none, where the loss lets none flow.
   */
  private static Operand<TFloat32> reachingAll(
      Ops tf, Operand<TFloat32> loss, Collection<Operand<TFloat32>> inputs) {
    List<Operand<TFloat32>> addends = new ArrayList<>();
    addends.add(loss);
    for (Operand<TFloat32> input : inputs) {
      addends.add(tf.math.mul(tf.reduceSum(input, tf.constant(new int[] {0, 1})), tf.constant(0f)));
    }
    return tf.math.addN(addends);
  }

  private static Comparison compared(ReferenceCase reference, Result result) {
    double relative = reference.tolerance("relative");
    double absolute = reference.tolerance("absolute");
    Comparison comparison = new Comparison();
    double loss = reference.expected().required("loss").doubleValue();
    comparison.check(
        "loss", GraphSession.floats(result.get(0))[0], loss, absolute + relative * Math.abs(loss));
    int next = 1;
    for (String name : names(reference)) {
      JsonNode expected = reference.expected().required("gradients").required(name);
      float[] actual = GraphSession.floats(result.get(next++));
      if (expected.isNull()) {
        for (int i = 0; i < actual.length; i++) {
          comparison.check("gradient of " + name + "[" + i + "]", actual[i], 0, 0);
        }
        continue;
      }
      comparison.check(name + ".size", actual.length, expected.size(), 0);
      for (int i = 0; i < Math.min(actual.length, expected.size()); i++) {
        double value = expected.get(i).doubleValue();
        comparison.check(
            "gradient of " + name + "[" + i + "]",
            actual[i],
            value,
            absolute + relative * Math.abs(value));
      }
    }
    return comparison;
  }

  private static List<String> names(ReferenceCase reference) {
    List<String> names = new ArrayList<>();
    reference.json().required("inputs").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
