package io.equivar.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The commands of a guide, typed one after the other into one shell. They stand in blocks that are
 * noted as {@code <!-- run: NAME -->}.
 *
 * @param name the name of the session
 * @param script the commands
 */
record GuideCommands(String name, String script) {

  private static final long MINUTES = 15;

  /** Finds the commands of a session on all pages. */
  static GuideCommands of(String name) {
    List<Snippet> blocks =
        Page.all().stream()
            .flatMap(page -> page.snippets().stream())
            .filter(snippet -> snippet.noted("run").filter(name::equals).isPresent())
            .toList();
    assertThat(blocks).as("blocks noted as <!-- run: %s -->", name).isNotEmpty();
    return new GuideCommands(
        name, blocks.stream().map(Snippet::text).collect(Collectors.joining("\n")));
  }

  /**
   * Types them in an empty folder.
   *
   * @return the folder
   */
  Path run() throws IOException, InterruptedException {
    Path folder = Path.of(System.getProperty("guides.work"), name);
    assertThat(folder).doesNotExist();
    Files.createDirectories(folder);
    Path log = folder.resolveSibling(name + ".log");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-e", "-x", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    String maven = System.getProperty("guides.maven.home") + "/bin";
    shell.environment().merge("PATH", maven, (path, first) -> first + File.pathSeparator + path);
    shell
        .environment()
        .put(
            "MAVEN_OPTS",
            "-Dmaven.repo.local="
                + System.getProperty("guides.repository")
                + " -Dmaven.repo.local.tail="
                + System.getProperty("guides.repository.tail"));
    shell.environment().put("MAVEN_ARGS", "--batch-mode");
    Process process = shell.start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended && process.waitFor() == 0).as("%s: %s", log, Files.readString(log)).isTrue();
    return folder;
  }
}
