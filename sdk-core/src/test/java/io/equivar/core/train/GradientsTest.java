package io.equivar.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Of a large matrix, which are taken last, beside what TensorFlow makes of a copy of it. */
class GradientsTest {

  private static final int SIZE = 2048;
  private static final int[] ALL = {0, 1};

  /** Of sums of a few products of the order of 1, which may come in another order. */
  private static final float ROUNDING = 1e-5f;

  /** What multiplies by the matrix; a copy of it before that leaves all to TensorFlow. */
  private interface Use {
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> input, Operand<TFloat32> matrix);
  }

  @Test
  void productWithAMatrix() {
    requireSame((tf, x, w) -> tf.linalg.matMul(x, w));
  }

  @Test
  void productWithATransposedMatrix() {
    requireSame((tf, x, w) -> tf.linalg.matMul(x, w, MatMul.transposeB(true)));
  }

  @Test
  void severalProducts() {
    requireSame(
        (tf, x, w) ->
            tf.math.add(
                tf.linalg.matMul(tf.math.sin(tf.linalg.matMul(x, w)), w),
                tf.linalg.matMul(x, w, MatMul.transposeB(true))));
  }

  @Test
  void productOfWhichNoGradientIsTaken() {
    requireSame(
        (tf, x, w) ->
            tf.math.add(
                tf.linalg.matMul(x, w), tf.stopGradient(tf.linalg.matMul(tf.math.cos(x), w))));
  }

  @Test
  void productBeforeAnOperationWithoutGradient() {
    requireSame(
        (tf, x, w) ->
            tf.math.add(
                tf.linalg.matMul(x, w),
                tf.dtypes.cast(
                    tf.expandDims(
                        tf.math.argMax(tf.linalg.matMul(tf.math.cos(x), w), tf.constant(1)),
                        tf.constant(1)),
                    TFloat32.class)));
  }

  @Test
  void otherUsesThanProducts() {
    requireSame((tf, x, w) -> tf.math.add(tf.linalg.matMul(x, w), tf.slice(w, at(tf), rows(tf))));
    requireSame(
        (tf, x, w) ->
            tf.slice(
                tf.linalg.matMul(w, tf.math.sin(w), MatMul.transposeA(true)), at(tf), rows(tf)));
  }

  @Test
  void comesAfterAllOthers() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Map<String, Operand<TFloat32>> gradients =
          gradients(graph, (tf, x, w) -> tf.linalg.matMul(x, w), false);

      assertThat(((GraphOperation) gradients.get("matrix").op()).controlInputs())
          .extracting(GraphOperation::name)
          .contains(gradients.get("scale").op().name());
    }
  }

  private static Operand<TInt32> at(Ops tf) {
    return tf.constant(new int[] {0, 0});
  }

  private static Operand<TInt32> rows(Ops tf) {
    return tf.constant(new int[] {3, SIZE});
  }

  private static void requireSame(Use use) {
    Map<String, float[]> ours = values(use, false);
    Map<String, float[]> expected = values(use, true);
    assertThat(ours.keySet()).isEqualTo(expected.keySet());
    ours.forEach(
        (name, gradient) ->
            assertThat(largestDifference(gradient, expected.get(name)))
                .as(name)
                .isLessThan(ROUNDING));
  }

  private static float largestDifference(float[] first, float[] second) {
    assertThat(first).hasSameSizeAs(second);
    float largest = 0;
    for (int i = 0; i < first.length; i++) {
      largest = Math.max(largest, Math.abs(first[i] - second[i]));
    }
    return largest;
  }

  private static Map<String, float[]> values(Use use, boolean copied) {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Map<String, Operand<TFloat32>> gradients = gradients(graph, use, copied);
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);
        Map<String, float[]> values = new LinkedHashMap<>();
        gradients.forEach((name, gradient) -> values.put(name, session.fetch(gradient)));
        return values;
      }
    }
  }

  /** Of the sum of squares of what is used, whose input a variable scales. */
  private static Map<String, Operand<TFloat32>> gradients(
      ModelGraph graph, Use use, boolean copied) {
    GraphContext g = graph.context();
    Ops tf = g.tf();
    Variable scale = g.variable(VariableSpec.trained("scale", Initializer.normal(1), 3, SIZE));
    Variable matrix =
        g.variable(VariableSpec.trained("matrix", Initializer.uniform(0.02), SIZE, SIZE));
    Operand<TFloat32> value = copied ? tf.identity(matrix.value()) : matrix.value();
    Operand<TFloat32> used = use.of(tf, tf.math.sin(scale.value()), value);
    Operand<TFloat32> loss =
        tf.math.add(
            tf.reduceSum(tf.math.square(used), tf.constant(ALL)),
            tf.reduceSum(scale.value(), tf.constant(ALL)));
    Map<String, Operand<TFloat32>> byName = new LinkedHashMap<>();
    Map<GraphVariable, Operand<TFloat32>> gradients = Gradients.of(graph, loss);
    gradients.forEach((variable, gradient) -> byName.put(variable.name(), gradient));
    return byName;
  }
}
