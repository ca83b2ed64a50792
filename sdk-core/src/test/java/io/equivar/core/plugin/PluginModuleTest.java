package io.equivar.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import io.equivar.api.SpiVersion;
import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.transformation.StepFactory;
import io.equivar.api.transformation.TransformationFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PluginModuleTest {

  private static final TypeLiteral<StepFactory<?>> TRANSFORMATION = new TypeLiteral<>() {};

  private record NoSettings() {}

  private static final InstalledPlugin PLUGIN =
      new InstalledPlugin(
          "acme",
          "com.acme.BlurPlugin",
          Path.of("blur.jar"),
          Optional.empty(),
          Optional.empty(),
          SpiVersion.CURRENT);

  private static final PluginCatalog CATALOG =
      PluginCatalog.of(
          List.of(PLUGIN), List.of(installed("blur"), installed("sharpen")), List.of(), List.of());

  @Test
  void mapsAgreeWithCatalog() {
    Injector injector = Guice.createInjector(new PluginModule(CATALOG));

    PluginCatalog catalog = injector.getInstance(PluginCatalog.class);
    assertThat(catalog).isSameAs(CATALOG);
    assertThat(injector.getInstance(new Key<Map<String, StepFactory<?>>>() {}))
        .containsOnlyKeys("acme:blur", "acme:sharpen")
        .isEqualTo(catalog.transformations().factories());
    assertThat(injector.getInstance(new Key<Map<String, BaseModelFactory<?>>>() {})).isEmpty();
    assertThat(injector.getInstance(new Key<Map<String, ObjectiveFactory<?>>>() {})).isEmpty();
  }

  @Test
  void namesPluginWhoseIdIsTakenAgain() {
    AbstractModule application =
        new AbstractModule() {
          @Override
          protected void configure() {
            MapBinder.newMapBinder(binder(), TypeLiteral.get(String.class), TRANSFORMATION)
                .addBinding("acme:blur")
                .toInstance(installed("blur").factory());
          }
        };

    assertThatExceptionOfType(CreationException.class)
        .isThrownBy(() -> Guice.createInjector(new PluginModule(CATALOG), application))
        .withMessageContaining("acme:blur")
        .withMessageContaining("plugin BlurPlugin in blur.jar");
  }

  @Test
  void asksForExplicitBindings() {
    Injector injector = Guice.createInjector(new PluginModule(CATALOG));

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> injector.getInstance(PluginModuleTest.class))
        .withMessageContaining("Explicit bindings are required");
  }

  private static InstalledFactory<StepFactory<?>> installed(String name) {
    return new InstalledFactory<>(
        name,
        "Blurs",
        TransformationFactory.of(
            name,
            "Blurs",
            NoSettings.class,
            (config, context) -> {
              throw new AssertionError("not created here");
            }),
        PLUGIN);
  }
}
