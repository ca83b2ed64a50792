package io.equivar.core.cli;

import picocli.CommandLine.Command;

/** {@code equivar data}. */
@Command(
    name = "data",
    description = "Lists, checks and downloads published data sets, and draws one.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DataListCommand.class,
      DataCheckCommand.class,
      DataFetchCommand.class,
      DataShapesCommand.class
    })
final class DataCommand {}
