package io.equivar.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.SpiVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles plugins and packs them into jars, sound ones and broken ones. */
final class PluginJars {

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<String> serviceLines = new ArrayList<>();
  private final Attributes attributes = new Attributes();

  private PluginJars() {
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue(SpiVersion.MANIFEST_ATTRIBUTE, SpiVersion.CURRENT.toString());
  }

  /** Starts a jar that states the current SPI version and names no plugin. */
  static PluginJars jar() {
    return new PluginJars();
  }

  /** Starts a jar with one plugin that offers one transformation with one setting. */
  static PluginJars offering(String className, String namespace, String transformation) {
    return jar().plugin(className, transformationBody(namespace, transformation));
  }

  /** Returns the members of a plugin class that offers one transformation. */
  static String transformationBody(String namespace, String transformation) {
    return """
        public record Config(@Setting(value = "sigma", defaultsTo = "1", min = 0) double sigma) {}
        public String namespace() { return "%s"; }
        public List<TransformationFactory<?>> transformations() {
          return List.of(TransformationFactory.of(
              "%s", "Blurs", Config.class, (config, context) -> { throw new AssertionError(); }));
        }
        """
        .formatted(namespace, transformation);
  }

  /** Adds a plugin class with these members, and names it in the service file. */
  PluginJars plugin(String className, String members) {
    return source(className, "implements EquivarPlugin", members).service(className);
  }

  /** Adds a public class. */
  PluginJars source(String className, String supertypes, String members) {
    int dot = className.lastIndexOf('.');
    sources.put(
        className,
        """
        package %s;
        import io.equivar.api.config.Setting;
        import io.equivar.api.factory.*;
        import io.equivar.api.learning.*;
        import io.equivar.api.plugin.EquivarPlugin;
        import io.equivar.api.transformation.*;
        import java.util.*;
        public class %s %s {
          %s
        }
        """
            .formatted(
                className.substring(0, dot), className.substring(dot + 1), supertypes, members));
    return this;
  }

  /** Adds a line to the service file. */
  PluginJars service(String line) {
    serviceLines.add(line);
    return this;
  }

  /** Compiles against a class, but leaves it out of the jar. */
  PluginJars without(String className) {
    leftOut.add(className);
    return this;
  }

  /** Sets an attribute of the manifest. */
  PluginJars manifest(String name, String value) {
    attributes.putValue(name, value);
    return this;
  }

  /** Removes an attribute of the manifest. */
  PluginJars withoutManifest(String name) {
    attributes.remove(new Attributes.Name(name));
    return this;
  }

  /** Writes the jar; what it is packed from stays in a hidden folder beside it. */
  Path write(Path jar) {
    try {
      Path classes =
          classes(Files.createDirectory(jar.resolveSibling("." + jar.getFileName() + ".classes")));
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().putAll(attributes);
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file, manifest);
          Stream<Path> tree = Files.walk(classes)) {
        for (Path entry : tree.filter(Files::isRegularFile).sorted().toList()) {
          out.putNextEntry(new ZipEntry(classes.relativize(entry).toString()));
          Files.copy(entry, out);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a folder of classes, with the service file but without a manifest. */
  Path classes(Path folder) {
    try {
      compile(folder);
      for (String className : leftOut) {
        Files.delete(folder.resolve(className.replace('.', '/') + ".class"));
      }
      if (!serviceLines.isEmpty()) {
        Path serviceFile = folder.resolve(PluginSource.SERVICE_FILE);
        Files.createDirectories(serviceFile.getParent());
        Files.write(serviceFile, serviceLines);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(Path folder) {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Writer output = new StringWriter();
    List<String> options =
        List.of(
            "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    List<? extends JavaFileObject> units =
        sources.entrySet().stream()
            .map(source -> new Source(source.getKey(), source.getValue()))
            .toList();
    boolean compiled = compiler.getTask(output, null, null, options, null, units).call();
    assertThat(compiled).as(output.toString()).isTrue();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String className, String text) {
      super(
          URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
