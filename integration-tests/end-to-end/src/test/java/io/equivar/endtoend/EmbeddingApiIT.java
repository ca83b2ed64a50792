package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.api.config.ConfigurationException;
import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigBuilder;
import io.equivar.core.config.Step;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.image.UnreadableImageException;
import io.equivar.core.report.Metrics;
import io.equivar.core.run.StepLosses;
import io.equivar.core.run.TrainedEncoder;
import io.equivar.core.run.TrainingListener;
import io.equivar.core.run.TrainingResult;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training and embedding from a program, without the command line. */
class EmbeddingApiIT {

  private static final int STEPS = 8;

  @TempDir private Path folder;

  private Equivar equivar;

  @BeforeEach
  void open() {
    equivar = Equivar.open(Optional.empty(), new CacheFolder(folder.resolve("cache")));
  }

  @AfterEach
  void close() {
    equivar.close();
  }

  private RunConfigBuilder small() {
    return equivar
        .configure()
        .seed(7)
        .data("generated", Map.of("train", 64, "test", 32, "image-size", 16))
        .pipeline(
            Step.of("random-resized-crop").sharedByPair(),
            Step.choice(
                    Step.of("color-jitter", Map.of("hue", 0.1)).withWeight(3), Step.of("grayscale"))
                .sharedByPair()
                .withProbability(0.8),
            Step.of("horizontal-flip").withProbability(0.5),
            Step.of("normalize"))
        .backbone("resnet-18", Map.of("stem", "small", "width", 4))
        .base("simclr", Map.of("projector", List.of(16, 8)))
        .objective("stl", Map.of("transformation-encoder", List.of(16, 8)))
        .set("training.epochs", 2)
        .set("training.batch-size", 16)
        .set("training.log-every-steps", 3);
  }

  @Test
  void trainsAndTellsListenersWithoutAWordOfItsOwn() throws InterruptedException {
    Events first = new Events(Long.MAX_VALUE);
    Events second = new Events(Long.MAX_VALUE);
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (TrainedEncoder encoder = equivar.train(small().build(), first, second)) {
      assertThat(encoder.width()).isEqualTo(32);
      assertThat(encoder.imageShape().height()).isEqualTo(16);
    } finally {
      System.setOut(out);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(first.seen)
        .containsExactly(
            "started 8",
            "step 1",
            "step 2",
            "step 3",
            "logged 3",
            "step 4",
            "step 5",
            "step 6",
            "logged 6",
            "step 7",
            "step 8",
            "logged 8",
            "finished 8 of 8");
    assertThat(second.seen).isEqualTo(first.seen);
  }

  @Test
  void embedsSetsFilesAndImagesAlike()
      throws InterruptedException, IOException, UnreadableImageException {
    try (TrainedEncoder encoder = equivar.train(small().build());
        DataSplits data = equivar.data().open(small().build().data(), notice -> {})) {
      ImageSet images = data.test().orElseThrow();
      float[] all = encoder.embed(images).values();
      BufferedImage image = image(images, 5);
      Path file = folder.resolve("image.png");
      ImageIO.write(image, "png", file.toFile());

      float[] expected = Arrays.copyOfRange(all, 5 * encoder.width(), 6 * encoder.width());
      assertThat(encoder.embed(image)).containsExactly(expected, within(1e-5f));
      assertThat(encoder.embed(file)).containsExactly(expected, within(1e-5f));
      assertThat(encoder.embed(image(images, 6))).isNotEqualTo(encoder.embed(image));

      Path broken = Files.writeString(folder.resolve("broken.jpg"), "no image");
      assertThatThrownBy(() -> encoder.embed(broken))
          .isInstanceOf(UnreadableImageException.class)
          .hasMessageContaining("is not an image of a known format");
    }
  }

  @Test
  void recordsARunAndOpensItAgain() throws InterruptedException, UnreadableImageException {
    Path run = folder.resolve("run");
    RunConfig config = small().build();
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    float[] trained;
    try (TrainedEncoder encoder = equivar.train(config, run)) {
      trained = encoder.embed(image);
    }

    assertThat(equivar.configurations().readRecorded(run.resolve("config.yaml"))).isEqualTo(config);
    assertThat(new RunRecord(run).losses()).hasSize(3);
    try (TrainedEncoder encoder = equivar.encoder(run)) {
      assertThat(encoder.embed(image)).isEqualTo(trained);
    }
    assertThatThrownBy(() -> equivar.train(config, run))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must be a new or empty folder");
    assertThatThrownBy(() -> equivar.encoder(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must be the folder of a run");
  }

  @Test
  void endsEarlyWithWhatItHas() throws InterruptedException, UnreadableImageException {
    Path run = folder.resolve("run");
    Events events = new Events(5);
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    try (TrainedEncoder cancelled = equivar.train(small().build(), run, events);
        TrainedEncoder whole = equivar.train(small().build())) {
      assertThat(cancelled.embed(image)).isNotEqualTo(whole.embed(image));
    }

    assertThat(events.seen).endsWith("step 5", "logged 5", "finished 5 of " + STEPS);
    JsonNode position = new RunRecord(run).json("checkpoints/step-000000000005/position.json");
    assertThat(position.get("step").intValue()).isEqualTo(5);
    assertThat(position.get("epoch").intValue()).isEqualTo(1);
    assertThat(new RunRecord(run).json("summary.json").get("training").get("steps").intValue())
        .isEqualTo(5);
  }

  @Test
  void leavesTheFolderUsableWhereNothingWasTrained() throws InterruptedException {
    Path run = folder.resolve("run");
    assertThatThrownBy(() -> equivar.train(small().set("training.batch-size", 128).build(), run))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "training.batch-size must be at most the number of training images (64), got 128");
    assertThat(run).isDirectoryNotContaining("glob:**{yaml,json,jsonl}");
    equivar.train(small().set("training.epochs", 1).build(), run).close();
    assertThat(run).isDirectoryContaining("glob:**/summary.json");
  }

  private static BufferedImage image(ImageSet images, int index) {
    int side = images.shape().height();
    byte[] bytes = new byte[images.imageBytes()];
    images.read(index, bytes, 0);
    int[] rgb =
        IntStream.range(0, side * side)
            .map(
                pixel ->
                    ((bytes[3 * pixel] & 0xff) << 16)
                        | ((bytes[3 * pixel + 1] & 0xff) << 8)
                        | (bytes[3 * pixel + 2] & 0xff))
            .toArray();
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, side, side, rgb, 0, side);
    return image;
  }

  /** Writes down what it is told, and ends the training after a step. */
  private static final class Events implements TrainingListener {

    private final List<String> seen = new ArrayList<>();
    private final long lastStep;
    private long step;

    Events(long lastStep) {
      this.lastStep = lastStep;
    }

    @Override
    public void started(long steps) {
      seen.add("started " + steps);
    }

    @Override
    public void stepped(long made, StepLosses losses) {
      step = made;
      seen.add("step " + made);
    }

    @Override
    public void logged(Metrics metrics) {
      seen.add("logged " + metrics.step());
    }

    @Override
    public boolean isCancelled() {
      return step >= lastStep;
    }

    @Override
    public void finished(TrainingResult result) {
      seen.add("finished " + result.steps() + " of " + result.plannedSteps());
    }
  }
}
