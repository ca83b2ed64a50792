package io.equivar.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.Step;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.data.image.UnreadableImageException;
import io.equivar.core.report.Metrics;
import io.equivar.core.run.StepLosses;
import io.equivar.core.run.TrainedEncoder;
import io.equivar.core.run.TrainingListener;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the guide on embedding in an application shows. */
class EmbedInAnApplicationTest {

  private static final int IMAGES = 32;

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path folder;

  private Path photos;
  private Equivar equivar;

  @BeforeEach
  void open() throws IOException {
    photos = Files.createDirectory(folder.resolve("photos"));
    for (int i = 0; i < IMAGES; i++) {
      ImageIO.write(drawing(i), "png", photos.resolve("photo-%02d.png".formatted(i)).toFile());
    }
    Files.writeString(photos.resolve("notes.txt"), "not an image");
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Path cache = folder.resolve("cache");
    equivar = Equivar.open(Optional.of(plugins), new CacheFolder(cache));
  }

  @AfterEach
  void close() {
    equivar.close();
  }

  private RunConfig configuration() {
    RunConfig config =
        equivar
            .configure()
            .data("folder", Map.of("path", photos, "image-size", 32))
            .pipeline(
                Step.of("random-resized-crop", Map.of("area", List.of(0.3, 1))).sharedByPair(),
                Step.of("color-jitter", Map.of("hue", 0.1)).sharedByPair().withProbability(0.8),
                Step.choice(Step.of("solarize"), Step.of("posterize").withWeight(2))
                    .sharedByPair()
                    .withProbability(0.2),
                Step.of("horizontal-flip").withProbability(0.5),
                Step.of("normalize"))
            .backbone("resnet-18", Map.of("stem", "small", "width", 16))
            .base("simclr", Map.of("temperature", 0.2))
            .objective("stl")
            .set("training.epochs", 20)
            .set("training.batch-size", 16)
            .build();
    return config;
  }

  /** The same for one epoch. */
  private RunConfig trial() {
    RunConfig config = configuration();
    RunConfig trial = equivar.configurations().builder(config).set("training.epochs", 1).build();
    return trial;
  }

  @Test
  void trainsAndEmbeds() throws InterruptedException, UnreadableImageException {
    RunConfig config = trial();
    Path photo = photos.resolve("photo-03.png");
    try (TrainedEncoder encoder = equivar.train(config)) {
      float[] representation = encoder.embed(photo);
      assertThat(representation).hasSize(128).doesNotContain(Float.NaN);
      assertThat(encoder.width()).isEqualTo(128);
    }
  }

  @Test
  void tellsListenersAndIsCancelled() throws InterruptedException {
    RunConfig config = configuration();
    Path runFolder = folder.resolve("run");
    Progress progress = new Progress(log);
    StopAfter deadline = new StopAfter(3);
    try (TrainedEncoder encoder = equivar.train(config, runFolder, progress, deadline)) {
      assertThat(encoder.width()).isEqualTo(128);
    }

    assertThat(log.get(0)).startsWith("decoding 33 files of " + photos);
    assertThat(log.get(1)).startsWith("1 of 33 images left out, see ");
    assertThat(log.get(2)).isEqualTo("40 steps to make");
    assertThat(log.get(3)).startsWith("step 3 of epoch 2: loss ");
    assertThat(log).hasSize(4);
    assertThat(runFolder.resolve("summary.json")).content().contains("\"plannedSteps\" : 40");
  }

  @Test
  void opensARunAgainAndServesManyThreads() throws InterruptedException {
    Path runFolder = folder.resolve("run");
    equivar.train(trial(), runFolder).close();

    Map<Path, float[]> index = new ConcurrentHashMap<>();
    List<Path> files = files();
    try (TrainedEncoder encoder = equivar.encoder(runFolder)) {
      files.parallelStream()
          .forEach(file -> embed(encoder, file).ifPresent(y -> index.put(file, y)));
    }

    assertThat(index).hasSize(IMAGES);
    assertThat(log)
        .containsExactly(
            photos.resolve("notes.txt")
                + " is not an image of a known format;"
                + " JPEG, PNG, GIF, BMP, TIFF, WebP and PNM can be read");
  }

  private Optional<float[]> embed(TrainedEncoder encoder, Path file) {
    try {
      return Optional.of(encoder.embed(file));
    } catch (UnreadableImageException e) {
      // The message goes on from the file's name: "is not an image of a known format; ..."
      log.add(file + " " + e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + file + " was decoded", e);
    }
  }

  @Test
  void saysAllThatIsWrong() throws IOException {
    Path file = folder.resolve("run.yaml");
    Files.writeString(
        file,
        """
        data: {generated: {}}
        pipeline:
          - color-jitter: {hue: 0.8}
        base: simclr
        objective: stl
        training: {epoch: 5}
        """);

    try {
      RunConfig config = equivar.configurations().read(file, List.of("training.batch-size=63"));
      log.add("can be used: " + config);
    } catch (ConfigurationException e) {
      for (Problem problem : e.problems()) {
        log.add(problem.toString());
      }
    }

    assertThat(log)
        .containsExactlyInAnyOrder(
            "pipeline[0].color-jitter.hue must be in [0, 0.5], got 0.8",
            "training.epoch is not a known setting. Did you mean epochs?",
            "training.batch-size must be even, got 63");
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < IMAGES; i++) {
      files.add(photos.resolve("photo-%02d.png".formatted(i)));
    }
    files.add(photos.resolve("notes.txt"));
    return files;
  }

  private static BufferedImage drawing(int number) {
    BufferedImage image = new BufferedImage(48, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.getHSBColor(number / (float) IMAGES, 0.8f, 0.9f));
    graphics.fillOval(4 + number % 7, 6, 24, 28 - number % 5);
    graphics.dispose();
    return image;
  }

  /** Writes lines for people. */
  private record Progress(List<String> log) implements TrainingListener {

    @Override
    public void noticed(String notice) {
      log.add(notice);
    }

    @Override
    public void started(long steps) {
      log.add(steps + " steps to make");
    }

    @Override
    public void logged(Metrics metrics) {
      log.add(
          "step %d of epoch %d: loss %.3f, %s"
              .formatted(metrics.step(), metrics.epoch(), metrics.loss(), metrics.terms()));
    }
  }

  /** Ends the training after some steps. */
  private static final class StopAfter implements TrainingListener {

    private final long steps;
    private long made;

    StopAfter(long steps) {
      this.steps = steps;
    }

    @Override
    public void stepped(long step, StepLosses losses) {
      made = step;
    }

    @Override
    public boolean isCancelled() {
      return made >= steps;
    }
  }
}
