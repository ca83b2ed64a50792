package io.equivar.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.harness.Configurations;
import io.equivar.harness.PluginJar;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plugins folder, and a configuration that could be trained. */
record Installation(Path folder) {

  /** Makes the folder. */
  static Installation in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("plugins"));
    Configurations.write(folder, Configurations.small());
    return new Installation(folder);
  }

  Path plugins() {
    return folder.resolve("plugins");
  }

  /** Compiles a plugin and puts it into the plugins folder. */
  Path install(PluginJar jar, String fileName, String className, String members) {
    return write(jar, plugins().resolve(fileName), className, members);
  }

  /** Compiles a plugin and writes its jar elsewhere, for a class path. */
  Path write(PluginJar jar, Path file, String className, String members) {
    return jar.source(className, source(className, members))
        .write(file, folder.resolve("classes-of-" + file.getFileName()));
  }

  /** Asks for a training, of which nothing must come. */
  ProgramRun train() {
    Path out = folder.resolve("run");
    ProgramRun run =
        ProgramRun.of("train", folder.resolve("config.yaml"), "--plugins", plugins(), "--out", out);
    assertThat(out.resolve("metrics.jsonl")).doesNotExist();
    return run;
  }

  /** Returns the members of a plugin class that offers one transformation. */
  static String offering(String namespace, String transformation) {
    return """
        public record Config() {}
        public String namespace() { return "%s"; }
        public List<TransformationFactory<?>> transformations() {
          return List.of(TransformationFactory.of("%s", "Sample", Config.class,
              (config, context) -> { throw new UnsupportedOperationException(); }));
        }
        """
        .formatted(namespace, transformation);
  }

  /** Returns the members of a plugin class that offers one transformation of pixels. */
  static String offeringPixels(String namespace, String transformation) {
    return """
        public record PixelConfig() {}
        public String namespace() { return "%s"; }
        public List<PixelTransformationFactory<?>> pixelTransformations() {
          return List.of(PixelTransformationFactory.of("%s", "Sample", PixelConfig.class,
              (config, context) -> { throw new UnsupportedOperationException(); }));
        }
        """
        .formatted(namespace, transformation);
  }

  private static String source(String className, String members) {
    int dot = className.lastIndexOf('.');
    return """
        package %s;
        import io.equivar.api.plugin.EquivarPlugin;
        import io.equivar.api.transformation.*;
        import java.util.List;
        public class %s implements EquivarPlugin {
          %s
        }
        """
        .formatted(className.substring(0, dot), className.substring(dot + 1), members);
  }
}
