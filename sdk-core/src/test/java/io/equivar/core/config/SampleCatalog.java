package io.equivar.core.config;

import io.equivar.api.SpiVersion;
import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.transformation.StepFactory;
import io.equivar.api.transformation.TransformationFactory;
import io.equivar.core.plugin.InstalledFactory;
import io.equivar.core.plugin.InstalledPlugin;
import io.equivar.core.plugin.PluginCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Plugins that can be configured, but make nothing. */
final class SampleCatalog {

  record JitterConfig(
      @Setting(value = "hue", defaultsTo = "0.1", min = 0, max = 0.5) double hue,
      @Setting(value = "area", defaultsTo = "[0.2, 1]", min = 0, max = 1, minSize = 2, maxSize = 2)
          List<Double> area) {
    JitterConfig {
      Settings.of(JitterConfig.class, hue, area).check();
    }
  }

  record FlipConfig() {}

  record SimClrConfig(
      @Setting(value = "temperature", defaultsTo = "0.2", min = 0, exclusiveMin = true)
          double temperature) {
    SimClrConfig {
      Settings.of(SimClrConfig.class, temperature).check();
    }
  }

  private static final InstalledPlugin STANDARD = plugin("equivar", "standard.jar");
  private static final InstalledPlugin ACME = plugin("acme", "acme.jar");

  private SampleCatalog() {}

  static PluginCatalog create() {
    return PluginCatalog.of(
        List.of(STANDARD, ACME),
        List.of(
            transformation(STANDARD, "color-jitter", JitterConfig.class),
            transformation(STANDARD, "horizontal-flip", FlipConfig.class),
            transformation(STANDARD, "blur", FlipConfig.class),
            transformation(ACME, "blur", FlipConfig.class)),
        List.of(
            new InstalledFactory<BaseModelFactory<?>>(
                "simclr",
                "",
                BaseModelFactory.of("simclr", "", SimClrConfig.class, (config, context) -> null),
                STANDARD)),
        List.of(
            new InstalledFactory<ObjectiveFactory<?>>(
                "stl",
                "",
                ObjectiveFactory.of("stl", "", FlipConfig.class, (config, context) -> null),
                STANDARD)));
  }

  private static <C extends Record> InstalledFactory<StepFactory<?>> transformation(
      InstalledPlugin plugin, String name, Class<C> configType) {
    return new InstalledFactory<>(
        name,
        "",
        TransformationFactory.of(name, "", configType, (config, context) -> null),
        plugin);
  }

  private static InstalledPlugin plugin(String namespace, String jar) {
    return new InstalledPlugin(
        namespace,
        namespace + ".Plugin",
        Path.of(jar),
        Optional.empty(),
        Optional.empty(),
        SpiVersion.CURRENT);
  }
}
