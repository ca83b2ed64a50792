package io.equivar.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.graph.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunConfigYamlTest {

  private static final String SMALLEST =
      """
      data: generated
      pipeline: [horizontal-flip]
      base: simclr
      objective: stl
      """;

  private final RunConfigYaml yaml = new RunConfigYaml(SampleCatalog.create());

  @Test
  void fillsInDefaults() {
    RunConfig config = yaml.parse(SMALLEST, "run.yaml", List.of());
    assertThat(config.seed()).isEqualTo(1);
    assertThat(config.data())
        .isEqualTo(new GeneratedData(4000, 1000, 32, 1, List.of(0.0, 1.0), List.of(0.25, 0.6)));
    assertThat(config.pipeline())
        .singleElement()
        .isInstanceOfSatisfying(
            TransformationStep.class,
            step -> {
              assertThat(step.transformation().id()).isEqualTo("equivar:horizontal-flip");
              assertThat(step.share()).isEqualTo(Sharing.IMAGE);
              assertThat(step.probability()).isEqualTo(1);
            });
    assertThat(config.backbone().spec())
        .isEqualTo(new ResNetSpec(ResNetSpec.Depth.RESNET_18, ResNetSpec.Stem.STANDARD, 64, false));
    assertThat(config.base().settings()).isEqualTo(new SampleCatalog.SimClrConfig(0.2));
    assertThat(config.training())
        .isEqualTo(
            new TrainingConfig(
                200,
                256,
                1,
                Precision.FP32,
                true,
                new SgdConfig(0.03, 0.9, 0.0005, true),
                new ScheduleConfig(0),
                10,
                new CheckpointConfig(10, 0, 2),
                0,
                0));
  }

  @Test
  void readsEverythingAndWritesItBack(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.yaml");
    Files.writeString(
        file,
        """
        seed: 7
        data: {folder: {path: '%s', image-size: 64}}
        pipeline:
          - color-jitter: {hue: 0.05}
            share: pair
            probability: 0.8
          - acme:blur
        backbone: {resnet-50: {stem: small, width: 16, zero-init-residual: true, weights: r50.npz}}
        base: {simclr: {temperature: 0.5}}
        objective: {stl: {}}
        training:
          epochs: 10
          batch-size: 64
          accumulate-batches: 4
          precision: bf16
          reproducible: false
          optimizer: {sgd: {learning-rate: 0.1, momentum: 0, weight-decay: 0.00001, decay-bias-and-norm: false}}
          schedule: {warm-up-epochs: 2}
          log-every-steps: 5
          checkpoints: {every-minutes: 0.5, every-steps: 7, keep: 3}
          threads: 2
          data-threads: 3
        """
            .formatted(folder));
    RunConfig config = yaml.read(file, List.of("pipeline[0].color-jitter.hue=0.2", "seed=8"));
    String written = yaml.write(config);
    assertThat(written)
        .isEqualTo(
            """
            seed: 8
            data:
              folder: {path: %s, image-size: 64}
            pipeline:
            - equivar:color-jitter:
                hue: 0.2
                area: [0.2, 1.0]
              share: pair
              probability: 0.8
            - acme:blur: {}
              share: image
              probability: 1.0
            backbone:
              resnet-50: {stem: small, width: 16, zero-init-residual: true, weights: r50.npz}
            base:
              equivar:simclr: {temperature: 0.5}
            objective:
              equivar:stl: {}
            training:
              epochs: 10
              batch-size: 64
              accumulate-batches: 4
              precision: bf16
              reproducible: false
              optimizer:
                sgd: {learning-rate: 0.1, momentum: 0.0, weight-decay: 0.00001, decay-bias-and-norm: false}
              schedule: {warm-up-epochs: 2}
              log-every-steps: 5
              checkpoints: {every-minutes: 0.5, every-steps: 7, keep: 3}
              threads: 2
              data-threads: 3
            """
                .formatted(folder));
    assertThat(yaml.parse(written, "resolved.yaml", List.of())).isEqualTo(config);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "training.batch-size=63 | training.batch-size must be even, got 63",
        "training.epoch=3 | training.epoch is not a known setting. Did you mean epochs?",
        "trainig.epochs=3 | trainig is not a known setting. Did you mean training?",
        "training.epochs=1.5 | training.epochs must be a whole number, got 1.5",
        "training.precision=fp16 | training.precision must be one of fp32, bf16, got fp16. Did you"
            + " mean bf16?",
        "training.optimizer.sgd.learning-rate=0 | training.optimizer.sgd.learning-rate must be"
            + " greater than 0, got 0",
        "training.optimizer=rmsprop | training.optimizer must name one of sgd, lars, adam, adam-w,"
            + " got rmsprop",
        "training.schedule.warm-up-epochs=200 | training.schedule.warm-up-epochs must be less than"
            + " epochs (200), got 200",
        "data=generatd | data must name one of generated, cifar10, cifar100, stl10, food101, mit67, pets, flowers102, caltech101, cars, aircraft, dtd, sun397, folder, got"
            + " generatd. Did you mean generated?",
        "data.stl10.path=x | data must name one of generated, cifar10, cifar100, stl10, food101, mit67, pets, flowers102, caltech101, cars, aircraft, dtd, sun397, folder, got"
            + " generated and stl10",
        "data={stl10: {}} | data.stl10.path must be set (folder with unlabeled_X.bin,"
            + " train_X.bin, train_y.bin, test_X.bin and test_y.bin)",
        "data={stl10: {path: /no/such/folder}} | data.stl10.path must be a folder, got"
            + " /no/such/folder. There is no /no/such/folder",
        "backbone.resnet-18.width=0 | backbone.resnet-18.width must be in [1, 1024], got 0",
        "pipeline=[] | pipeline must have at least 1 element, got 0",
        "pipeline[0]=color-jiter | pipeline[0] must name an installed transformation, got"
            + " color-jiter. Did you mean color-jitter?",
        "pipeline[0]=acme:blurr | pipeline[0] must name an installed transformation, got"
            + " acme:blurr. Did you mean acme:blur?",
        "pipeline[0]=blur | pipeline[0] must name one transformation, got blur. Write acme:blur or"
            + " equivar:blur",
        "pipeline[0]={color-jitter: {hue: 0.8}} | pipeline[0].color-jitter.hue must be in [0, 0.5],"
            + " got 0.8",
        "pipeline[0]={equivar:color-jitter: {hu: 0}} | pipeline[0].equivar:color-jitter.hu is not a"
            + " known setting. Did you mean hue?",
        "pipeline[0].probability=1.5 | pipeline[0].probability must be in [0, 1], got 1.5",
        "pipeline[0].share=both | pipeline[0].share must be one of pair, image, got both",
        "pipeline[0].shared=pair | pipeline[0] must name one transformation, got horizontal-flip"
            + " and shared. Beside its name there may be share and probability",
        "pipeline[0]={share: pair} | pipeline[0] must name one transformation, got none",
        "pipeline[0].horizontal-flip.p=1 | pipeline[0].horizontal-flip.p is not a known setting."
            + " There are none here",
        "base=byol | base must name an installed base method, got byol. Known are simclr",
        "base=5 | base must name one base method, got 5",
        "objective=null | objective must have a value, got null",
      })
  void refuses(String override, String message) {
    assertThatThrownBy(() -> yaml.parse(SMALLEST, "run.yaml", List.of(override)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @Test
  void reportsEverythingAtOnce() {
    assertThatThrownBy(
            () ->
                yaml.parse(
                    """
                    seed: one
                    data: {cifar10: {path: missing}}
                    pipeline:
                      - color-jitter: {hue: 0.8, area: [0.2, 2]}
                        probability: -1
                    base: simclr
                    training: {batch-size: 63, threads: many}
                    """,
                    "run.yaml",
                    List.of("epochs", "training.log-every-steps=0")))
        .hasMessage(
            """
            --set epochs must have the form key=value, such as training.epochs=5
            seed must be a whole number, got one
            data.cifar10.path must be a folder, got missing. There is no %s
            pipeline[0].color-jitter.hue must be in [0, 0.5], got 0.8
            pipeline[0].color-jitter.area[1] must be in [0, 1], got 2
            pipeline[0].probability must be in [0, 1], got -1
            objective must be set (the objective)
            training.threads must be a whole number, got many
            training.log-every-steps must be at least 1, got 0"""
                .formatted(Path.of("missing").toAbsolutePath()));
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatThrownBy(() -> yaml.parse("{}", "run.yaml", List.of()))
        .hasMessage(
            """
            data must be set (which images to train and evaluate on)
            pipeline must be set (the transformations that make a view, in their order)
            base must be set (the base method)
            objective must be set (the objective)""");
  }
}
