package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.SpiVersion;
import io.equivar.api.plugin.EquivarPlugin;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;

/**
 * Compiles a plugin as a third party would, against the SPI's jar and TensorFlow's classes alone,
 * and packs it into a jar.
 */
final class PluginJar {

  private final String spiVersion;
  private final Map<String, String> sources = new LinkedHashMap<>();

  private PluginJar(String spiVersion) {
    this.spiVersion = spiVersion;
  }

  /** Starts a jar that states the current version of the SPI. */
  static PluginJar current() {
    return builtFor(SpiVersion.CURRENT.toString());
  }

  /** Starts a jar that states a version of the SPI. */
  static PluginJar builtFor(String spiVersion) {
    return new PluginJar(spiVersion);
  }

  /** Adds a class; the first is the plugin. */
  PluginJar source(String className, String text) {
    sources.put(className, text);
    return this;
  }

  /** Writes the jar; what it is packed from goes to {@code work}. */
  Path write(Path jar, Path work) {
    try {
      Path classes = Files.createDirectories(work);
      compile(classes);
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest());
          Stream<Path> tree = Files.walk(classes)) {
        out.putNextEntry(new ZipEntry("META-INF/services/" + EquivarPlugin.class.getName()));
        out.write(sources.keySet().iterator().next().getBytes(StandardCharsets.UTF_8));
        for (Path entry : tree.filter(Files::isRegularFile).sorted().toList()) {
          out.putNextEntry(new ZipEntry(classes.relativize(entry).toString().replace('\\', '/')));
          Files.copy(entry, out);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, "2.5.1");
    attributes.putValue(SpiVersion.MANIFEST_ATTRIBUTE, spiVersion);
    return manifest;
  }

  private void compile(Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Writer messages = new StringWriter();
    List<String> options =
        List.of("-d", classes.toString(), "-cp", classPath(), "-proc:none", "--release", "17");
    List<Source> units =
        sources.entrySet().stream()
            .map(source -> new Source(source.getKey(), source.getValue()))
            .toList();
    boolean compiled = compiler.getTask(messages, null, null, options, null, units).call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  private static String classPath() {
    return Stream.of(EquivarPlugin.class, Operand.class, Shape.class, NullMarked.class)
        .map(PluginJar::jarOf)
        .map(Path::toString)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String className, String text) {
      super(
          URI.create(
              "string:///" + className.replace('.', '/') + JavaFileObject.Kind.SOURCE.extension),
          JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
