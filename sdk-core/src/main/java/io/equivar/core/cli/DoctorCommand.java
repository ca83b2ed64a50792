package io.equivar.core.cli;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.doctor.Doctor;
import io.equivar.core.doctor.Finding;
import io.equivar.core.doctor.PipelineCheck;
import io.equivar.core.plugin.LoadedPlugins;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar doctor}. */
@Command(
    name = "doctor",
    description = "Checks Java, TensorFlow, devices, memory and plugins, and says what to do.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "CONFIG.yaml",
      arity = "0..1",
      description = "A configuration: says also what its pipeline costs.")
  private @Nullable Path configuration;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting, as for train.")
  private List<String> overrides = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (LoadedPlugins plugins = root.load()) {
      List<Finding> findings = Doctor.examine(plugins);
      if (configuration != null && plugins.problems().isEmpty()) {
        findings.add(pipeline(configuration));
      }
      for (Finding finding : findings) {
        out.printf("%-6s  %-12s  %s%n", finding.status(), finding.subject(), finding.detail());
        if (!finding.nextStep().isEmpty()) {
          out.printf("%24s%s.%n", "-> ", finding.nextStep());
        }
      }
      out.flush();
      boolean failed =
          findings.stream().anyMatch(finding -> finding.status() == Finding.Status.FAILED);
      return failed ? ExitCode.SOFTWARE : ExitCode.OK;
    }
  }

  private Finding pipeline(Path file) {
    try (Equivar equivar = root.open()) {
      RunConfig config = equivar.configurations().read(file, overrides);
      return PipelineCheck.examine(
          equivar.pipelineCost().measure(config), config.training().effectiveDataThreads());
    }
  }
}
