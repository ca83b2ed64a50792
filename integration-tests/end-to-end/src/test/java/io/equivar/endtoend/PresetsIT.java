package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.ResNet50Config;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.StepConfig;
import io.equivar.core.config.TransformationStep;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.run.StepLosses;
import io.equivar.core.run.TrainedEncoder;
import io.equivar.core.run.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every preset is a configuration that trains. Ordinarily with narrow networks and small batches;
 * with {@code -Dpresets.whole=true} with the networks and batches that the preset names. Images are
 * small in both.
 */
class PresetsIT {

  private static final Path PRESETS = Path.of("..", "..", "examples", "presets");

  /** The methods that each folder has a preset for. */
  private static final List<String> METHODS =
      List.of(
          "barlow-twins",
          "barlow-twins-stl",
          "byol",
          "byol-stl",
          "moco",
          "moco-stl",
          "simclr",
          "simclr-augself",
          "simclr-e-ssl",
          "simclr-equimod",
          "simclr-sen",
          "simclr-sie",
          "simclr-stl",
          "simclr-stl-augmix",
          "simsiam",
          "simsiam-stl",
          "vicreg",
          "vicreg-stl");

  /** What stands in for the data that the presets name and this machine lacks. */
  private static final Map<String, List<String>> DATA =
      Map.of(
          "cifar10", List.of("data.cifar10.path=."),
          "generated", List.of(),
          "imagenet100", List.of("data.folder.path=."),
          "stl10", List.of("data.stl10.path=."));

  private static final boolean WHOLE = Boolean.getBoolean("presets.whole");

  private static final int STEPS = 2;

  @TempDir private static Path folder;

  private static Equivar equivar;

  @BeforeAll
  static void open() {
    equivar = Equivar.open(Optional.empty(), new CacheFolder(folder.resolve("cache")));
  }

  @AfterAll
  static void close() {
    equivar.close();
  }

  static List<Path> folders() throws IOException {
    return list(PRESETS).stream().filter(Files::isDirectory).toList();
  }

  static List<Path> presets() throws IOException {
    List<Path> presets = new ArrayList<>();
    for (Path group : folders()) {
      presets.addAll(list(group));
    }
    return presets;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  @Test
  void coverFourKindsOfData() throws IOException {
    assertThat(folders())
        .extracting(path -> path.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(DATA.keySet());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void coverEveryMethodAlike(Path group) throws IOException {
    assertThat(list(group))
        .extracting(path -> path.getFileName().toString().replace(".yaml", ""))
        .containsExactlyInAnyOrderElementsOf(METHODS);

    RunConfig first = read(group.resolve("simclr.yaml"));
    for (Path preset : list(group)) {
      RunConfig config = read(preset);
      assertThat(config.data()).as("data of %s", preset).isEqualTo(first.data());
      assertThat(config.backbone()).as("backbone of %s", preset).isEqualTo(first.backbone());
      assertThat(config.pipeline().stream().filter(step -> !isAugMix(step)))
          .as("pipeline of %s", preset)
          .containsExactlyElementsOf(first.pipeline());
      assertThat(config.training().epochs()).isEqualTo(first.training().epochs());
      assertThat(config.training().batchSize()).isEqualTo(first.training().batchSize());
      assertThat(config.pipeline().stream().anyMatch(PresetsIT::isAugMix))
          .as("AugMix in %s", preset)
          .isEqualTo(preset.toString().contains("augmix"));
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void trains(Path preset) throws InterruptedException {
    RunConfig config = equivar.configurations().read(preset, small(preset));
    List<Double> losses = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(long step, StepLosses stepLosses) {
            losses.add(stepLosses.total());
          }
        };

    try (TrainedEncoder encoder = equivar.train(config, listener)) {
      assertThat(encoder.width()).isPositive();
      assertThat(losses).hasSize(STEPS).allMatch(Double::isFinite);
    }
  }

  private static RunConfig read(Path preset) {
    String group = Objects.requireNonNull(preset.getParent()).getFileName().toString();
    return equivar.configurations().read(preset, Objects.requireNonNull(DATA.get(group)));
  }

  private static List<String> small(Path preset) {
    RunConfig config = read(preset);
    int batchSize = WHOLE ? config.training().batchSize() : 8;
    List<String> overrides = new ArrayList<>();
    overrides.add(
        "data={generated: {train: %d, test: 2, image-size: 32}}".formatted(STEPS * batchSize));
    overrides.add("training.epochs=1");
    overrides.add("training.batch-size=" + batchSize);
    if (!WHOLE) {
      boolean deep = config.backbone() instanceof ResNet50Config;
      overrides.add("backbone.resnet-%d.width=4".formatted(deep ? 50 : 18));
    }
    return overrides;
  }

  private static boolean isAugMix(StepConfig step) {
    return step instanceof TransformationStep transformation
        && transformation.transformation().id().equals("augmix:augmix");
  }
}
