package io.equivar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.pipeline.TestTransformations.Shift;
import io.equivar.core.pipeline.TestTransformations.TopLeft;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What groups of steps draw. */
class GateTest {

  private static final int BATCH = 8;
  private static final int DRAWS = 500;
  private static final ImageShape PIXEL = ImageShape.square(1);

  private static PipelineStep member(Gate... gates) {
    return new PipelineStep(
        new Shift(false), "test:shift", "pipeline[0].shift", Sharing.IMAGE, 1, List.of(gates));
  }

  private static Gate choice(Sharing sharing, double probability, int member) {
    return new Gate(0, sharing, probability, List.of(1.0, 3.0), member);
  }

  @Test
  void oneMemberAppliesAsOftenAsItsWeightSays() {
    Pipeline pipeline =
        Pipeline.of(
            PIXEL,
            List.of(member(choice(Sharing.PAIR, 0.8, 0)), member(choice(Sharing.PAIR, 0.8, 1))));
    ParameterSampler sampler = new ParameterSampler(pipeline, BATCH, 1);
    int[] applied = new int[2];
    for (int draw = 0; draw < DRAWS; draw++) {
      ParameterTable table = sampler.draw(draw);
      for (int image = 0; image < BATCH; image += 2) {
        int together = 0;
        for (int step = 0; step < 2; step++) {
          boolean applies = table.applied(0, image, pipeline.steps().get(step));
          assertThat(table.applied(0, image + 1, pipeline.steps().get(step))).isEqualTo(applies);
          applied[step] += applies ? 1 : 0;
          together += applies ? 1 : 0;
        }
        assertThat(together).isLessThanOrEqualTo(1);
      }
    }
    double pairs = DRAWS * BATCH / 2.0;
    assertThat(applied[0] / pairs).isCloseTo(0.2, within(0.03));
    assertThat(applied[1] / pairs).isCloseTo(0.6, within(0.03));
  }

  @Test
  void everyImageChoosesForItselfUnlessThePairShares() {
    Pipeline pipeline = Pipeline.of(PIXEL, List.of(member(choice(Sharing.IMAGE, 1, 1))));
    ParameterSampler sampler = new ParameterSampler(pipeline, BATCH, 1);
    int unequal = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      ParameterTable table = sampler.draw(draw);
      PlacedStep step = pipeline.steps().get(0);
      unequal += table.applied(0, 0, step) == table.applied(0, 1, step) ? 0 : 1;
    }
    // Two coins of 3/4 differ with probability 2 * 3/4 * 1/4.
    assertThat(unequal / (double) DRAWS).isCloseTo(0.375, within(0.07));
  }

  @Test
  void theStepsOfASequenceApplyTogether() {
    Gate outer = new Gate(0, Sharing.IMAGE, 0.5, List.of(1.0, 1.0), 1);
    Gate inner = new Gate(1, Sharing.IMAGE, 0.5, List.of(1.0), 0);
    Pipeline pipeline =
        Pipeline.of(PIXEL, List.of(member(outer, inner), member(outer, inner), member(outer)));
    ParameterSampler sampler = new ParameterSampler(pipeline, BATCH, 1);
    int inside = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      ParameterTable table = sampler.draw(draw);
      for (int image = 0; image < BATCH; image++) {
        boolean first = table.applied(1, image, pipeline.steps().get(0));
        assertThat(table.applied(1, image, pipeline.steps().get(1))).isEqualTo(first);
        assertThat(!first || table.applied(1, image, pipeline.steps().get(2))).isTrue();
        inside += first ? 1 : 0;
      }
    }
    assertThat(inside / (double) (DRAWS * BATCH)).isCloseTo(0.125, within(0.03));
  }

  @Test
  void aStepInAConditionalGroupCannotChangeTheSize() {
    PipelineStep step =
        new PipelineStep(
            new TopLeft(PIXEL),
            "test:top-left",
            "pipeline[0].choice[1].top-left",
            Sharing.PAIR,
            1,
            List.of(choice(Sharing.PAIR, 1, 1)));
    assertThatThrownBy(() -> Pipeline.of(new ImageShape(2, 3), List.of(step)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "pipeline[0].choice[1].top-left must apply to every image, because the step makes"
                + " images of 2 x 3 ones of 1 x 1, got a group that passes over some. Move it out"
                + " of the group");
  }
}
