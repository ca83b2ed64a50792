package io.equivar.endtoend;

import io.equivar.harness.Configurations;
import io.equivar.harness.PluginJar;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Trainings with a plugin that does damage while they run, once, and that go on afterwards.
 *
 * @param folder for the plugin, the cache and the configuration
 * @param data in YAML
 */
record FaultRun(Path folder, String data) {

  /** Compiles the plugin. */
  static FaultRun on(Path folder, String data) {
    try {
      Path plugins = Files.createDirectories(folder.resolve("plugins"));
      if (!Files.exists(plugins.resolve("fault.jar"))) {
        PluginJar.current()
            .source("com.example.fault.FaultPlugin", source())
            .write(plugins.resolve("fault.jar"), folder.resolve("classes"));
      }
      return new FaultRun(folder, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Trains undisturbed. */
  RunRecord undisturbed(Path out, String... overrides) {
    ProgramRun run = train(out, "fault: {kind: throw, path: x, armed: missing}", overrides);
    if (run.exitCode() != 0) {
      throw new AssertionError(run);
    }
    return new RunRecord(out);
  }

  /** Trains until the damage is done: with the last image of the tenth of 24 batches. */
  ProgramRun struck(Path out, String kind, Path path, String... overrides) {
    Path armed = folder.resolve("armed");
    try {
      Files.writeString(armed, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ProgramRun run =
        train(
            out,
            "fault: {after: 320, kind: %s, path: %s, armed: %s}".formatted(kind, path, armed),
            overrides);
    if (Files.exists(armed)) {
      throw new AssertionError("nothing was done: " + run);
    }
    return run;
  }

  /** Trains with a step of the plugin's at the start of the pipeline. */
  ProgramRun train(Path out, String step, String... overrides) {
    Path configuration = Configurations.write(folder, Configurations.on(data));
    List<Object> arguments =
        new ArrayList<>(List.of("--cache", folder.resolve("cache"), "train", configuration));
    arguments.addAll(List.of("--plugins", folder.resolve("plugins"), "--out", out));
    List<String> settings =
        new ArrayList<>(
            List.of(
                "pipeline=[{" + step + "}, {horizontal-flip: {}, probability: 0.5}, normalize]",
                "training.epochs=6",
                "training.data-threads=1",
                "training.checkpoints.every-steps=4"));
    settings.addAll(List.of(overrides));
    settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    arguments.add("--no-evaluation");
    return ProgramRun.of(arguments.toArray());
  }

  /** Goes on. */
  ProgramRun resumed(Path out) {
    return ProgramRun.of(
        "--cache",
        folder.resolve("cache"),
        "train",
        "--plugins",
        folder.resolve("plugins"),
        "--resume",
        out,
        "--no-evaluation");
  }

  private static String source() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(FaultRun.class.getResourceAsStream("FaultPlugin.java.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
