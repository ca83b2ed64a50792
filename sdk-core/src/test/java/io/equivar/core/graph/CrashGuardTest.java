package io.equivar.core.graph;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.types.TFloat32;

class CrashGuardTest {

  @Test
  void aDilatedConvolutionIsRefused() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      tf.withName("wide")
          .nn
          .conv2d(
              images(tf),
              weights(tf),
              List.of(1L, 1L, 1L, 1L),
              "SAME",
              Conv2d.dilations(List.of(1L, 2L, 2L, 1L)));

      assertThatThrownBy(() -> CrashGuard.check(graph))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "operation wide (Conv2D) is a dilated convolution, whose gradient crashes TensorFlow"
                  + " on the CPU. Use a dilation of 1, or space the input out with"
                  + " spaceToBatchNd.");
    }
  }

  @Test
  void aStridedConvolutionOfSinglePixelsAndOddChannelsIsRefused() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      tf.withName("thin")
          .nn
          .conv2d(images(tf), tf.constant(new float[1][1][3][8]), List.of(1L, 2L, 2L, 1L), "VALID");

      assertThatThrownBy(() -> CrashGuard.check(graph))
          .hasMessage(
              "operation thin (Conv2D) is a strided convolution of single pixels whose input"
                  + " channels are no multiple of 16; its gradient crashes TensorFlow on the CPU."
                  + " Make it with GraphContext.convolution.");
    }
  }

  @Test
  void explicitPaddingIsRefused() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      tf.withName("padded")
          .nn
          .conv2d(
              images(tf),
              weights(tf),
              List.of(1L, 1L, 1L, 1L),
              "EXPLICIT",
              Conv2d.explicitPaddings(List.of(0L, 0L, 1L, 1L, 1L, 1L, 0L, 0L)));

      assertThatThrownBy(() -> CrashGuard.check(graph))
          .hasMessage(
              "operation padded (Conv2D) has EXPLICIT padding, which has no gradient. Add the"
                  + " padding with tf.pad and use VALID.");
    }
  }

  @Test
  void aReferenceVariableIsRefused() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      tf.withName("state").variable(Shape.of(2), TFloat32.class);

      assertThatThrownBy(() -> CrashGuard.check(graph))
          .hasMessage(
              "operation state (VariableV2) is a reference variable, whose gradient crashes"
                  + " TensorFlow. Make variables with GraphContext.variable.");
    }
  }

  @Test
  void ordinaryConvolutionsPass() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      tf.nn.conv2d(images(tf), weights(tf), List.of(1L, 2L, 2L, 1L), "VALID");

      assertThatCode(() -> CrashGuard.check(graph)).doesNotThrowAnyException();
    }
  }

  private static Operand<TFloat32> images(Ops tf) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, 8, 8, 3)));
  }

  private static Operand<TFloat32> weights(Ops tf) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(3, 3, 3, 4)));
  }
}
