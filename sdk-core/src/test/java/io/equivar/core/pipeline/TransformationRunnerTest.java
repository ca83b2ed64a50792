package io.equivar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Row;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TransformationRunnerTest {

  private static final ImageShape PIXEL = new ImageShape(1, 1);

  @Test
  void appliesEachRowToItsImage() {
    TransformationRunner runner =
        new TransformationRunner(new TestTransformations.Shift(true), PIXEL);
    assertThat(
            runner.run(
                new float[] {1, 2, 3, 4, 5, 6},
                List.of(row -> row.set("amount", 2), row -> row.set("amount", 0.5))))
        .containsExactly(3, 4, 5, 4.5f, 5.5f, 6.5f);
  }

  @Test
  void appliesWhatHasNoParameters() {
    TransformationRunner runner = new TransformationRunner(new TestTransformations.Twice(), PIXEL);
    assertThat(runner.run(new float[] {1, 2, 3}, List.of(row -> {}))).containsExactly(2, 4, 6);
  }

  @Test
  void refusesAnotherNumberOfImagesThanRows() {
    TransformationRunner runner = new TransformationRunner(new TestTransformations.Twice(), PIXEL);
    List<Consumer<Row>> two = List.of(row -> {}, row -> {});
    assertThatThrownBy(() -> runner.run(new float[3], two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("images of shape [2, 1, 1, 3] have 6 values, got 3");
  }

  @Test
  void refusesResultsOfAnotherSizeThanDeclared() {
    ImageShape two = new ImageShape(2, 2);
    TransformationRunner runner =
        new TransformationRunner(new TestTransformations.TopLeft(two), two);
    assertThatThrownBy(() -> runner.run(new float[12], List.of(row -> {})))
        .isInstanceOf(RuntimeException.class)
        .hasMessageContaining("[1,1,1,3]")
        .hasMessageContaining("[1,2,2,3]");
  }
}
