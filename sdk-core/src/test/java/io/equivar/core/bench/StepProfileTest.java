package io.equivar.core.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.DeviceStepStats;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.StepStats;

class StepProfileTest {

  private static NodeExecStats node(String label, long startMicros, long micros) {
    return NodeExecStats.newBuilder()
        .setNodeName("node")
        .setTimelineLabel(label)
        .setAllStartMicros(startMicros)
        .setOpStartRelMicros(2)
        .setOpEndRelMicros(2 + micros)
        .build();
  }

  private static StepStats step(NodeExecStats... nodes) {
    return StepStats.newBuilder()
        .addDevStats(DeviceStepStats.newBuilder().addAllNodeStats(List.of(nodes)))
        .build();
  }

  @Test
  void addsUpTheKindsOfOperations() {
    StepProfile profile =
        StepProfile.of(
            List.of(
                step(
                    node("a = MatMul(x, w)", 1000, 3000),
                    node("b = MatMul(y, w)", 2000, 1000),
                    node("c = Relu(a)", 4000, 2000)),
                step(
                    node("a = MatMul(x, w)", 1000, 5000),
                    node("b = MatMul(y, w)", 2000, 3000),
                    node("c = Relu(a)", 6000, 2000))));

    assertThat(profile.steps()).isEqualTo(2);
    assertThat(profile.stepMilliseconds()).isCloseTo(6, within(1e-9));
    assertThat(profile.shares())
        .containsExactly(
            new StepProfile.Share("MatMul", 2, 6, 0.75), new StepProfile.Share("Relu", 1, 2, 0.25));
  }

  @Test
  void aTableAddsUpWhatItDoesNotShow() {
    StepProfile profile =
        StepProfile.of(
            List.of(
                step(
                    node("a = MatMul(x, w)", 0, 6000),
                    node("b = Relu(a)", 6000, 3000),
                    node("c = Sum(b)", 9000, 1000))));

    assertThat(profile.table(1).lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("10.0 ms (mean of 1)"),
            product -> assertThat(product).containsPattern("MatMul +1 +6\\.0 ms +60\\.0 %"),
            others -> assertThat(others).containsPattern("2 other kinds +2 +4\\.0 ms +40\\.0 %"));
  }

  @Test
  void isOfAtLeastOneStep() {
    assertThatThrownBy(() -> StepProfile.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one step");
  }
}
