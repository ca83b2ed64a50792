package io.equivar.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunConfigBuilderTest {

  private final RunConfigYaml configurations = new RunConfigYaml(SampleCatalog.create());

  private final RunConfigBuilder builder =
      configurations
          .builder()
          .data("generated", Map.of("train", 64, "image-size", 16))
          .pipeline(Step.of("color-jitter", Map.of("hue", 0.1f, "area", List.of(0.5, 1))))
          .base("simclr", Map.of("temperature", 0.5))
          .objective("stl");

  private RunConfig parse(String text) {
    return configurations.parse(text, "run.yaml", List.of());
  }

  @Test
  void buildsWhatTheSameYamlReads() {
    RunConfig built =
        builder
            .seed(7)
            .pipeline(
                Step.choice(
                        Step.of("color-jitter", Map.of("hue", 0.1)).withWeight(2),
                        Step.sequence(
                            Step.of("horizontal-flip").drawnPerImage(), Step.of("acme:blur")))
                    .sharedByPair()
                    .withProbability(0.8))
            .backbone("resnet-18", Map.of("width", 8))
            .set("training.epochs", 3)
            .set("training.optimizer.sgd.learning-rate", 0.05)
            .build();

    assertThat(built)
        .isEqualTo(
            parse(
                """
                seed: 7
                data: {generated: {train: 64, image-size: 16}}
                pipeline:
                  - choice:
                      - {color-jitter: {hue: 0.1}, weight: 2}
                      - sequence: [{horizontal-flip: {}, share: image}, "acme:blur"]
                    share: pair
                    probability: 0.8
                backbone: {resnet-18: {width: 8}}
                base: {simclr: {temperature: 0.5}}
                objective: stl
                training: {epochs: 3, optimizer: {sgd: {learning-rate: 0.05}}}
                """));
  }

  @Test
  void keepsWhatItWas() {
    RunConfig before = builder.build();

    RunConfig after = builder.seed(9).set("training.epochs", 1).build();

    assertThat(builder.build()).isEqualTo(before);
    assertThat(after.seed()).isEqualTo(9);
    assertThat(after.training().epochs()).isEqualTo(1);
    assertThat(after.pipeline()).isEqualTo(before.pipeline());
  }

  @Test
  void variesAConfiguration() {
    RunConfig config = builder.build();

    RunConfig varied =
        configurations.builder(config).set("pipeline[0].equivar:color-jitter.hue", 0.3).build();

    assertThat(varied)
        .isEqualTo(
            builder
                .pipeline(Step.of("color-jitter", Map.of("hue", 0.3, "area", List.of(0.5, 1.0))))
                .build());
  }

  @Test
  void reportsEverythingAtOnceWhereItWouldStandInYaml() {
    assertThatThrownBy(
            () ->
                builder
                    .data("folder", Map.of("path", "no-such-folder"))
                    .pipeline(
                        Step.of("color-jitter", Map.of("hue", 3)).withProbability(2),
                        Step.of("horizontal-flop"))
                    .build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("data.folder.path must be a folder, got no-such-folder.")
        .hasMessageContaining(
            """
            pipeline[0].color-jitter.hue must be in [0, 0.5], got 3
            pipeline[0].probability must be in [0, 1], got 2
            pipeline[1] must name an installed transformation, got horizontal-flop. Did you mean\
             horizontal-flip?""");
  }

  @Test
  void asksForWhatHasNoDefault() {
    assertThatThrownBy(() -> configurations.builder().build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("data", "pipeline", "base", "objective");
  }

  @Test
  void refusesValuesThatYamlDoesNotHave() {
    assertThatThrownBy(() -> builder.base("simclr", Map.of("temperature", LocalDate.EPOCH)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "base.simclr.temperature must be text, a number, a boolean, an enum constant, a path,"
                + " or a list or map of these, got a java.time.LocalDate");
    assertThatThrownBy(() -> builder.set("pipeline[4].color-jitter.hue", 0.1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("pipeline[4].color-jitter.hue names an element that is not there: pipeline[4]");
  }
}
