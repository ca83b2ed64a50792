package io.equivar.core.pipeline;

import static io.equivar.core.pipeline.TestTransformations.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.pipeline.TestTransformations.Shift;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ParameterSamplerTest {

  private static final int BATCH = 8;

  @Test
  void partnersShareRowsAndNobodyElseDoes() {
    Pipeline pipeline = pipeline(new Shift(true), Sharing.PAIR, 1);
    ParameterTable table = new ParameterSampler(pipeline, BATCH, 1).draw(0);
    PlacedStep step = pipeline.steps().get(0);
    Set<Map<String, Float>> rows = new HashSet<>();
    for (int view = 0; view < 2; view++) {
      for (int image = 0; image < BATCH; image += 2) {
        Map<String, Float> row = table.row(view, image, step);
        assertThat(row).containsOnlyKeys("amount", "unused");
        assertThat(table.row(view, image + 1, step)).isEqualTo(row);
        rows.add(row);
      }
    }
    assertThat(rows).hasSize(2 * BATCH / 2);
  }

  @Test
  void imagesDrawTheirOwnRows() {
    Pipeline pipeline = pipeline(new Shift(true), Sharing.IMAGE, 1);
    ParameterTable table = new ParameterSampler(pipeline, BATCH, 1).draw(0);
    Set<Map<String, Float>> rows = new HashSet<>();
    for (int view = 0; view < 2; view++) {
      for (int image = 0; image < BATCH; image++) {
        rows.add(table.row(view, image, pipeline.steps().get(0)));
      }
    }
    assertThat(rows).hasSize(2 * BATCH);
  }

  @Test
  void coinsFallAsOftenAsTheProbabilitySaysAndAreShared() {
    Pipeline pipeline = pipeline(new Shift(false), Sharing.PAIR, 0.3);
    PlacedStep step = pipeline.steps().get(0);
    ParameterSampler sampler = new ParameterSampler(pipeline, BATCH, 1);
    int applied = 0;
    int draws = 500;
    for (int number = 0; number < draws; number++) {
      ParameterTable table = sampler.draw(number);
      for (int image = 0; image < BATCH; image += 2) {
        assertThat(table.applied(0, image, step)).isEqualTo(table.applied(0, image + 1, step));
        applied += table.applied(0, image, step) ? 1 : 0;
      }
    }
    assertThat(applied / (draws * BATCH / 2.0)).isCloseTo(0.3, within(0.04));
  }

  @Test
  void whereAStepDoesNotApplyItsRowIsTheIdentityOrElseADraw() {
    Pipeline neutral = pipeline(new Shift(true), Sharing.IMAGE, 0);
    ParameterTable identities = new ParameterSampler(neutral, BATCH, 1).draw(0);
    assertThat(identities.applied(0, 0, neutral.steps().get(0))).isFalse();
    assertThat(identities.row(0, 0, neutral.steps().get(0)))
        .isEqualTo(Map.of("amount", 0f, "unused", 0f));
    Pipeline selected = pipeline(new Shift(false), Sharing.IMAGE, 0);
    ParameterTable draws = new ParameterSampler(selected, BATCH, 1).draw(0);
    assertThat(draws.applied(0, 0, selected.steps().get(0))).isFalse();
    assertThat(draws.row(0, 0, selected.steps().get(0)).get("amount")).isGreaterThanOrEqualTo(1);
  }

  @Test
  void drawsDependOnSeedAndStepNumberAndOnNothingElse() {
    Pipeline pipeline = pipeline(new Shift(true), Sharing.PAIR, 0.5);
    ParameterSampler sampler = new ParameterSampler(pipeline, BATCH, 1);
    List<String> inOrder =
        LongStream.range(0, 20).mapToObj(i -> text(pipeline, sampler.draw(i))).toList();
    List<String> inParallel =
        LongStream.range(0, 20).parallel().mapToObj(i -> text(pipeline, sampler.draw(i))).toList();
    assertThat(inParallel).isEqualTo(inOrder);
    assertThat(inOrder).doesNotHaveDuplicates();
    assertThat(text(pipeline, new ParameterSampler(pipeline, BATCH, 2).draw(0)))
        .isNotEqualTo(inOrder.get(0));
  }

  @Test
  void aStepDrawsAlikeWhateverFollowsIt() {
    Pipeline one = pipeline(new Shift(true), Sharing.PAIR, 0.5);
    PipelineStep step = one.steps().get(0).step();
    Pipeline two = Pipeline.of(ImageShape.square(1), List.of(step, step));
    ParameterTable ofOne = new ParameterSampler(one, BATCH, 1).draw(3);
    ParameterTable ofTwo = new ParameterSampler(two, BATCH, 1).draw(3);
    assertThat(ofTwo.row(1, 2, two.steps().get(0))).isEqualTo(ofOne.row(1, 2, one.steps().get(0)));
    assertThat(ofTwo.row(1, 2, two.steps().get(1)))
        .isNotEqualTo(ofTwo.row(1, 2, two.steps().get(0)));
  }

  @Test
  void refusesBatchesThatAreNoPairs() {
    Pipeline pipeline = pipeline(new Shift(true), Sharing.PAIR, 1);
    assertThatThrownBy(() -> new ParameterSampler(pipeline, 5, 1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("batch-size must be even and at least 2, because images come in pairs, got 5");
  }

  private static Pipeline pipeline(Shift shift, Sharing sharing, double probability) {
    return Pipeline.of(ImageShape.square(1), List.of(step("shift", shift, sharing, probability)));
  }

  private static String text(Pipeline pipeline, ParameterTable table) {
    StringBuilder text = new StringBuilder();
    for (PlacedStep step : pipeline.steps()) {
      for (int row = 0; row < 2 * table.batchSize(); row++) {
        int view = row / table.batchSize();
        int image = row % table.batchSize();
        text.append(table.row(view, image, step)).append(table.applied(view, image, step));
      }
    }
    return text.toString();
  }
}
