package io.equivar.api.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.Spi;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpiSignaturesTest {

  private static final String UPDATE_PROPERTY = "spi.signatures.update";

  private static final String UPDATE_COMMAND =
      "./mvnw -pl sdk-api test -Dtest=SpiSignaturesTest -D" + UPDATE_PROPERTY + "=true";

  private static final Path FILE =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/spi-signatures.txt");

  private static final List<String> HEADER =
      List.of(
          "# The signatures of the SPI. Do not edit; after a deliberate change write it anew with",
          "# " + UPDATE_COMMAND);

  @Test
  @DisplayName("the SPI stays compatible with its recorded signatures")
  void compatible() throws Exception {
    List<String> current = SignatureRenderer.render(spiTypes());
    if (Boolean.getBoolean(UPDATE_PROPERTY)) {
      write(current);
    }
    assertThat(FILE).as("recorded signatures; write them with %s", UPDATE_COMMAND).isRegularFile();
    SignatureChanges changes = SignatureChanges.between(read(), current);
    if (!changes.compatible().isEmpty()) {
      System.out.printf(
          "[WARNING] The SPI grew. Record it with%n  %s%nand commit the file:%n  %s%n",
          UPDATE_COMMAND, String.join(System.lineSeparator() + "  ", changes.compatible()));
    }
    assertThat(changes.incompatible())
        .withFailMessage(() -> explain(changes.incompatible()))
        .isEmpty();
  }

  private static String explain(List<Breakage> breakages) {
    return """
        The SPI changed in a way that breaks plugins written against it:
          %s

        If the change is meant and no release has what it breaks, or the next release is a new \
        major version of the SPI, record it with
          %s
        and commit %s. docs/reference/spi-compatibility.md says what may change when."""
        .formatted(
            breakages.stream().map(Breakage::toString).collect(Collectors.joining("\n  ")),
            UPDATE_COMMAND,
            FILE.getFileName());
  }

  private static List<Class<?>> spiTypes() throws IOException, URISyntaxException {
    Path root = Path.of(Spi.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = root.relativize(file).toString();
        if (name.endsWith(".class") && !name.endsWith("-info.class")) {
          types.add(load(name.substring(0, name.length() - ".class".length())));
        }
      }
    }
    return types;
  }

  private static Class<?> load(String path) {
    try {
      return Class.forName(
          path.replace('/', '.').replace('\\', '.'), false, Spi.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError("cannot load " + path, e);
    }
  }

  private static List<String> read() throws IOException {
    try (Stream<String> lines = Files.lines(FILE, StandardCharsets.UTF_8)) {
      return lines.filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    }
  }

  private static void write(List<String> current) throws IOException {
    List<String> lines = new ArrayList<>(HEADER);
    lines.addAll(current);
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }
}
