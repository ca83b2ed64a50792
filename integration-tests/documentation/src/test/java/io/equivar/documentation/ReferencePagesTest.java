package io.equivar.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The pages that are made from the records and the commands are up to date. */
class ReferencePagesTest {

  /** No other plugins than those of the class path. */
  @TempDir private Path none;

  @Test
  void configuration() throws IOException {
    StringWriter out = new StringWriter();
    CommandLine program = Main.commandLine().setOut(new PrintWriter(out, true));
    assertThat(program.execute("settings", "--plugins", none.toString())).isZero();

    new GeneratedPage("configuration.md")
        .requireContent(
            """
            # The configuration of a run

            Made by `equivar settings` from the records that hold the settings, with the plugins that come with Equivar.
            Keys are shown with the path under which they stand; `[]` is an element of a list. A name with settings is
            written `{name: {key: value}}`, or `name` alone where every setting has a default. The name of a plugin's
            part may be given without the namespace while no other has the same.

            """
                + out);
  }

  @Test
  void commandLine() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # The command line

            Made from the commands themselves: what `equivar COMMAND -h` prints.

            """);
    append(page, Main.commandLine());

    new GeneratedPage("command-line.md").requireContent(page.toString());
  }

  private static void append(StringBuilder page, CommandLine command) {
    page.append("## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```text\n");
    page.append(command.getUsageMessage(Ansi.OFF)).append("```\n\n");
    command.getSubcommands().values().forEach(inner -> append(page, inner));
  }
}
