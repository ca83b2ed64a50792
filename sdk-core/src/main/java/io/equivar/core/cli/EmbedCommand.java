package io.equivar.core.cli;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.application.Equivar;
import io.equivar.core.exchange.FeatureFormat;
import io.equivar.core.files.NewOutput;
import io.equivar.core.run.EmbeddingReport;
import io.equivar.core.run.TrainedEncoder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar embed}. */
@Command(
    name = "embed",
    description = "Writes the features of all images in a folder.",
    mixinStandardHelpOptions = true)
final class EmbedCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of a run.")
  private Path run = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "FOLDER",
      description = "Images, in sub-folders or not; what cannot be read is named and left out.")
  private Path folder = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
  private Path out = Path.of("");

  @Option(
      names = "--format",
      description = {
        "${COMPLETION-CANDIDATES}; by default as the name of FILE ends.",
        "npz: arrays paths [n] and features [n, width], float32.",
        "csv: a line per image."
      })
  private @Nullable FeatureFormat format;

  @Option(names = "--overwrite", description = "Replaces FILE if it is there.")
  private boolean overwrite;

  @Override
  public Integer call() throws InterruptedException {
    FeatureFormat chosen =
        Optional.ofNullable(format)
            .or(() -> FeatureFormat.of(out))
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        new Problem(
                            "--out",
                            "must end in .npz or .csv",
                            out.toString(),
                            "Or say --format")));
    try (Equivar equivar = root.open();
        TrainedEncoder encoder = equivar.encoder(run);
        EmbeddingDisplay display =
            new EmbeddingDisplay(
                spec.commandLine().getOut(), spec.commandLine().getErr(), Ansi.AUTO.enabled())) {
      EmbeddingReport report =
          encoder.embedFolder(folder, chosen, new NewOutput(out, overwrite), display);
      display.end();
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%,d features of each of %,d images are in %s%s%n",
              encoder.width(),
              report.embedded(),
              out,
              leftOut(report.leftOut().size()));
      spec.commandLine().getOut().flush();
      return 0;
    }
  }

  private static String leftOut(int files) {
    return files == 0
        ? ""
        : String.format(Locale.ROOT, "; %,d %s left out", files, files == 1 ? "file" : "files");
  }
}
