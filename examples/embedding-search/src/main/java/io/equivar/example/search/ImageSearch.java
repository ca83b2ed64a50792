package io.equivar.example.search;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.Step;
import io.equivar.core.data.image.UnreadableImageException;
import io.equivar.core.report.Metrics;
import io.equivar.core.run.TrainedEncoder;
import io.equivar.core.run.TrainingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Trains an encoder on the images of a folder, without labels, and writes a page that shows for
 * some of them which others are most alike.
 */
public final class ImageSearch {

  private static final int QUERIES = 12;
  private static final int NEIGHBOURS = 8;

  private final Equivar equivar;
  private final PrintStream console;

  ImageSearch(Equivar equivar, PrintStream console) {
    this.equivar = equivar;
    this.console = console;
  }

  /** Takes the folder, the page to write, and the number of epochs. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 3) {
      System.err.println("usage: ImageSearch FOLDER PAGE.html EPOCHS");
      System.exit(2);
    }
    try (Equivar equivar = Equivar.open()) {
      new ImageSearch(equivar, System.out)
          .run(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    }
  }

  void run(Path folder, Path page, int epochs) throws IOException, InterruptedException {
    RunConfig config =
        equivar
            .configure()
            .data("folder", Map.of("path", folder, "image-size", 64))
            .pipeline(
                Step.of("random-resized-crop", Map.of("area", List.of(0.3, 1))).sharedByPair(),
                Step.of("color-jitter", Map.of("hue", 0.1)).sharedByPair().withProbability(0.8),
                Step.of("horizontal-flip").withProbability(0.5),
                Step.of("normalize"))
            .backbone("resnet-18", Map.of("stem", "small", "width", 16))
            .base("simclr")
            .objective("stl")
            .set("training.epochs", epochs)
            .set("training.batch-size", 32)
            .build();
    try (TrainedEncoder encoder = equivar.train(config, new Progress())) {
      ImageIndex index = index(encoder, folder);
      new SearchPage(index, NEIGHBOURS).write(page, QUERIES);
    }
    console.println("The page is " + page);
  }

  private ImageIndex index(TrainedEncoder encoder, Path folder)
      throws IOException, InterruptedException {
    ImageIndex.Builder index = new ImageIndex.Builder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        try {
          index.add(file, encoder.embed(file));
        } catch (UnreadableImageException e) {
          console.println(file + " " + e.getMessage());
        }
      }
    }
    return index.build();
  }

  private final class Progress implements TrainingListener {

    @Override
    public void noticed(String notice) {
      console.println(notice);
    }

    @Override
    public void logged(Metrics metrics) {
      console.printf(Locale.ROOT, "step %,d: loss %.3f%n", metrics.step(), metrics.loss());
    }
  }
}
