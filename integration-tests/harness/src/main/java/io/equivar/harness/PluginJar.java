package io.equivar.harness;

import io.equivar.api.SpiVersion;
import io.equivar.api.plugin.EquivarPlugin;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
public final class PluginJar {

  private final String spiVersion;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<Bundle> bundles = new ArrayList<>();
  private final List<String> named = new ArrayList<>();

  private PluginJar(String spiVersion) {
    this.spiVersion = spiVersion;
  }

  /** Starts a jar that states the current version of the SPI. */
  public static PluginJar current() {
    return builtFor(SpiVersion.CURRENT.toString());
  }

  /** Starts a jar that states a version of the SPI. */
  public static PluginJar builtFor(String spiVersion) {
    return new PluginJar(spiVersion);
  }

  /** Adds a plugin class. */
  public PluginJar source(String className, String text) {
    sources.put(className, text);
    return naming(className);
  }

  /** Adds a class that is no plugin. */
  public PluginJar with(String className, String text) {
    sources.put(className, text);
    return this;
  }

  /** Adds what another jar, or a folder of classes, holds in a folder: a fat jar. */
  public PluginJar bundling(Path origin, String inFolder) {
    bundles.add(new Bundle(origin, inFolder));
    return this;
  }

  /** Names a class as a plugin. */
  public PluginJar naming(String className) {
    named.add(className);
    return this;
  }

  /** Returns the jar or the folder of classes that a class was loaded from. */
  public static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the jar; what it is packed from goes to {@code work}. */
  public Path write(Path jar, Path work) {
    try {
      Path classes = Files.createDirectories(work);
      compile(classes);
      for (Bundle bundle : bundles) {
        bundle.copyTo(classes);
      }
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest());
          Stream<Path> tree = Files.walk(classes)) {
        out.putNextEntry(new ZipEntry("META-INF/services/" + EquivarPlugin.class.getName()));
        out.write(String.join("\n", named).getBytes(StandardCharsets.UTF_8));
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
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Writer messages = new StringWriter();
    List<String> options =
        List.of("-d", classes.toString(), "-cp", classPath(), "-proc:none", "--release", "17");
    List<Source> units =
        sources.entrySet().stream()
            .map(source -> new Source(source.getKey(), source.getValue()))
            .toList();
    boolean compiled = compiler.getTask(messages, null, null, options, null, units).call();
    if (!compiled) {
      throw new IllegalArgumentException(messages.toString());
    }
  }

  private static String classPath() {
    return Stream.of(EquivarPlugin.class, Operand.class, Shape.class, NullMarked.class)
        .map(PluginJar::jarOf)
        .map(Path::toString)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private record Bundle(Path origin, String inFolder) {

    void copyTo(Path classes) throws IOException {
      if (Files.isDirectory(origin)) {
        copy(origin, classes);
        return;
      }
      try (FileSystem jar = FileSystems.newFileSystem(origin)) {
        copy(jar.getPath("/"), classes);
      }
    }

    private void copy(Path root, Path classes) throws IOException {
      try (Stream<Path> tree = Files.walk(root.resolve(inFolder))) {
        for (Path file : tree.filter(Files::isRegularFile).toList()) {
          Path copy = classes.resolve(root.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
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
