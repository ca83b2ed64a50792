package io.equivar.core.cli;

import io.equivar.core.application.Equivar;
import io.equivar.core.exchange.ExportFormat;
import io.equivar.core.files.NewOutput;
import io.equivar.core.run.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar export}. */
@Command(
    name = "export",
    description = "Writes the trained backbone for TensorFlow, PyTorch or NumPy.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path run = Path.of("");

  @Option(
      names = "--format",
      required = true,
      description = {
        "${COMPLETION-CANDIDATES}.",
        "saved-model: a folder with the graph; images as bytes or normalized.",
        "safetensors, npz: a file with torchvision's names and layouts."
      })
  private ExportFormat format = ExportFormat.SAFETENSORS;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      required = true,
      description = "The file or folder to write.")
  private Path out = Path.of("");

  @Option(names = "--overwrite", description = "Replaces what is at PATH.")
  private boolean overwrite;

  @Override
  public Integer call() throws InterruptedException {
    try (Equivar equivar = root.open()) {
      PrintWriter error = spec.commandLine().getErr();
      equivar
          .exports()
          .export(RunFolder.open(run), format, new NewOutput(out, overwrite), error::println);
      spec.commandLine().getOut().println("The backbone is in " + out);
      return 0;
    }
  }
}
