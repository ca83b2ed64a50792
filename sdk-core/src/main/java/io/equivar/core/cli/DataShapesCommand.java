package io.equivar.core.cli;

import io.equivar.core.detect.voc.ShapesFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code equivar data shapes}. */
@Command(
    name = "shapes",
    description =
        "Draws images of shapes with boxes around them, in the layout of PASCAL VOC, to try"
            + " detection with.",
    mixinStandardHelpOptions = true)
final class DataShapesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write, new or empty.")
  private Path folder = Path.of("");

  @Option(
      names = "--train",
      defaultValue = "400",
      description = "Number of training images, by default ${DEFAULT-VALUE}.")
  private int train;

  @Option(
      names = "--test",
      defaultValue = "200",
      description = "Number of test images, by default ${DEFAULT-VALUE}.")
  private int test;

  @Option(
      names = "--image-size",
      defaultValue = "96",
      description = "Height and width in pixels, by default ${DEFAULT-VALUE}.")
  private int imageSize;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "What the images depend on, by default ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() throws IOException {
    ShapesFolder.write(folder, train, test, imageSize, seed);
    spec.commandLine()
        .getOut()
        .printf("%,d training and %,d test images are in %s%n", train, test, folder);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
