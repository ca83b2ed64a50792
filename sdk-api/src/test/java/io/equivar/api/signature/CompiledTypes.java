package io.equivar.api.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles source texts, all in one go, and renders the signatures of the types in each. */
final class CompiledTypes {

  private static final String IMPORTS =
      """
      import io.equivar.api.Spi;
      import java.io.*;
      import java.lang.annotation.*;
      import java.util.*;
      import org.jspecify.annotations.*;
      """;

  private CompiledTypes() {}

  /**
   * Renders each of the texts, which hold a public type {@code Sample}.
   *
   * @return the signatures by text, with {@code spi} for the package
   */
  static Map<String, List<String>> render(List<String> texts, Path folder)
      throws IOException, ClassNotFoundException {
    List<String> distinct = texts.stream().distinct().toList();
    compile(distinct, folder);
    Map<String, List<String>> signatures = new HashMap<>();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, CompiledTypes.class.getClassLoader())) {
      for (int i = 0; i < distinct.size(); i++) {
        String inPackage = "spi" + i + ".";
        signatures.put(
            distinct.get(i),
            SignatureRenderer.render(load("spi" + i, folder, loader)).stream()
                .map(line -> line.replace(inPackage, "spi."))
                .toList());
      }
    }
    return signatures;
  }

  private static List<Class<?>> load(String packageName, Path folder, ClassLoader loader)
      throws IOException, ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve(packageName))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        types.add(Class.forName(packageName + "." + name, false, loader));
      }
    }
    return types;
  }

  private static void compile(List<String> texts, Path folder) {
    List<JavaFileObject> units = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      units.add(new Source("spi" + i, texts.get(i)));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Writer messages = new StringWriter();
    List<String> options =
        List.of(
            "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    boolean compiled = compiler.getTask(messages, null, null, options, null, units).call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String packageName, String text) {
      super(
          URI.create("string:///" + packageName + "/Sample" + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = "package " + packageName + ";\n" + IMPORTS + text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
