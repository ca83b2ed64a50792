package io.equivar.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.transformation.Sharing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Choices and sequences in a pipeline. */
class StepGroupsYamlTest {

  private static final String REST =
      """
      data: {generated: {}}
      base: simclr
      objective: stl
      """;

  private final RunConfigYaml yaml = new RunConfigYaml(SampleCatalog.create());

  private RunConfig parse(String pipeline, String... overrides) {
    return yaml.parse("pipeline:\n" + pipeline + REST, "run.yaml", List.of(overrides));
  }

  private static final String NESTED =
      """
        - choice:
            - color-jitter: {hue: 0.1}
              weight: 2
            - sequence:
                - horizontal-flip
                - acme:blur: {}
                  share: image
                  probability: 0.5
          share: pair
          probability: 0.8
      """;

  @Test
  void readsGroupsWhoseMembersShareWhatTheGroupShares() {
    RunConfig config = parse(NESTED, "pipeline[0].choice[0].color-jitter.hue=0.2");

    ChoiceStep choice = (ChoiceStep) config.pipeline().get(0);
    assertThat(choice.share()).isEqualTo(Sharing.PAIR);
    assertThat(choice.probability()).isEqualTo(0.8);
    assertThat(choice.alternatives())
        .extracting(ChoiceStep.WeightedStep::weight)
        .containsExactly(2.0, 1.0);
    TransformationStep jitter = (TransformationStep) choice.alternatives().get(0).step();
    assertThat(jitter.share()).isEqualTo(Sharing.PAIR);
    assertThat(jitter.transformation().settings()).hasFieldOrPropertyWithValue("hue", 0.2);
    SequenceStep sequence = (SequenceStep) choice.alternatives().get(1).step();
    assertThat(sequence.steps())
        .extracting(StepConfig::share)
        .containsExactly(Sharing.PAIR, Sharing.IMAGE);
    assertThat(sequence.steps()).extracting(StepConfig::probability).containsExactly(1.0, 0.5);
  }

  @Test
  void writesGroupsBack() {
    RunConfig config = parse(NESTED);

    String written = yaml.write(config);

    assertThat(written)
        .contains(
            """
            pipeline:
            - choice:
              - equivar:color-jitter:
                  hue: 0.1
                  area: [0.2, 1.0]
                share: pair
                probability: 1.0
                weight: 2.0
              - sequence:
                - equivar:horizontal-flip: {}
                  share: pair
                  probability: 1.0
                - acme:blur: {}
                  share: image
                  probability: 0.5
                share: pair
                probability: 1.0
                weight: 1.0
              share: pair
              probability: 0.8
            """);
    assertThat(yaml.parse(written, "resolved.yaml", List.of())).isEqualTo(config);
  }

  @Test
  void reportsEveryProblemOfGroupsAtItsPlace() {
    assertThatThrownBy(
            () ->
                parse(
                    """
                      - choice:
                          - color-jitter: {hue: 3}
                            weight: 0
                          - sequence:
                              - horizontal-flop
                              - {horizontal-flip: {}, colour-jitter: {}}
                        probability: 2
                      - choice: []
                      - sequence: horizontal-flip
                    """))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            pipeline[0].choice[0].color-jitter.hue must be in [0, 0.5], got 3
            pipeline[0].choice[0].weight must be greater than 0, got 0
            pipeline[0].choice[1].sequence[0] must name an installed transformation, got\
             horizontal-flop. Did you mean horizontal-flip?
            pipeline[0].choice[1].sequence[1] must name one transformation, got horizontal-flip\
             and colour-jitter. Beside its name there may be share and probability
            pipeline[0].probability must be in [0, 1], got 2
            pipeline[1].choice must be a list of at least one step, got an empty list
            pipeline[2].sequence must be a list of at least one step, got horizontal-flip""");
  }

  @Test
  void refusesToShareWhatTheGroupDoesNot() {
    assertThatThrownBy(
            () ->
                parse(
                    """
                      - sequence:
                          - horizontal-flip
                          - {color-jitter: {}, share: pair}
                        probability: 0.5
                    """))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "pipeline[0].sequence[1].share must be image, because the sequence is drawn for every"
                + " image: set its share to pair, got pair");
  }
}
