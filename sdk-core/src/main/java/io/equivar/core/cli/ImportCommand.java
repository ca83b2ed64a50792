package io.equivar.core.cli;

import io.equivar.core.application.Equivar;
import io.equivar.core.binding.RecordBinder;
import io.equivar.core.config.RunConfig;
import io.equivar.core.run.RunFolder;
import io.equivar.core.run.TrainingListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar import}. */
@Command(
    name = "import",
    description = {
      "Makes a run of weights that were trained elsewhere.",
      "It can be evaluated, embedded with and exported. To train from the weights, train with"
          + " backbone.NAME.weights instead."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "CONFIG.yaml",
      description = "A configuration, as for train: network, image size, normalisation, data.")
  private Path configuration = Path.of("");

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "Tensors with the names of torchvision's ResNets, safetensors or npz; by default what"
              + " backbone.NAME.weights names.")
  private @Nullable Path weights;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the run, new or empty.")
  private Path out = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting, as for train.")
  private List<String> overrides = List.of();

  @Override
  public Integer call() throws InterruptedException {
    try (Equivar equivar = root.open()) {
      PrintWriter console = spec.commandLine().getOut();
      RunConfig config =
          withWeights(equivar, equivar.configurations().read(configuration, overrides));
      RunFolder folder = RunFolder.create(out);
      equivar
          .experiment()
          .adopt(
              config,
              folder,
              new TrainingListener() {
                @Override
                public void noticed(String notice) {
                  console.println(notice);
                }
              });
      console.println("The run is in " + out);
      return 0;
    }
  }

  private RunConfig withWeights(Equivar equivar, RunConfig config) {
    if (weights == null) {
      return config;
    }
    String name = RecordBinder.alternativeName(config.backbone().getClass());
    return equivar
        .configurations()
        .builder(config)
        .set("backbone." + name + ".weights", weights.toString())
        .build();
  }
}
