package io.equivar.example.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.api.transformation.Transformation;
import io.equivar.api.transformation.TransformationFactory;
import io.equivar.core.image.TableRow;
import io.equivar.core.pipeline.TransformationRunner;
import io.equivar.example.transformation.ColorTemperaturePlugin.Config;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Creates the transformation as Equivar does, and runs it in a graph. */
class ColorTemperaturePluginTest {

  private static final ImageShape PIXEL = new ImageShape(1, 1);

  private record Place(String location, ImageShape imageShape) implements CreationContext {}

  @Test
  void warmsAndCoolsEachImageByItsRow() {
    float[] two = {0.5f, 0.5f, 0.5f, 0.4f, 0.2f, 0.8f};
    assertThat(
            new TransformationRunner()
                .run(create(new Config(0.5)), PIXEL, two, new double[][] {{0.2}, {-0.5}}))
        .containsExactly(new float[] {0.6f, 0.5f, 0.4f, 0.2f, 0.2f, 1.2f}, within(1e-6f));
  }

  @Test
  void theIdentityChangesNothing() {
    Transformation transformation = create(new Config(0.5));
    TableRow row = new TableRow(transformation.parameters(), new float[1], 0);
    row.set("warmth", 0.5);
    assertThat(transformation.identity(row)).isTrue();
    float[] image = {0.1f, 0.2f, 0.3f};
    double[][] rows = {{row.get("warmth")}};
    assertThat(new TransformationRunner().run(transformation, PIXEL, image, rows))
        .containsExactly(image);
  }

  @Test
  void drawsWithinItsStrength() {
    Transformation transformation = create(new Config(0.3));
    TableRow row = new TableRow(transformation.parameters(), new float[1], 0);
    transformation.sample(new Random(1), row);
    assertThat(row.get("warmth")).isBetween(-0.3, 0.3).isNotZero();
  }

  @Test
  void refusesAStrengthOutOfRange() {
    assertThatThrownBy(() -> new Config(1.5))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("strength must be in [0, 1], got 1.5");
  }

  /** Finds the plugin on the class path, as the services file says. */
  private static Transformation create(Config config) {
    EquivarPlugin plugin =
        ServiceLoader.load(EquivarPlugin.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.namespace().equals("acme"))
            .findFirst()
            .orElseThrow();
    return create(plugin.transformations().get(0), config);
  }

  private static <C extends Record> Transformation create(
      TransformationFactory<C> factory, Config config) {
    return factory.create(
        factory.configType().cast(config), new Place("pipeline[0].color-temperature", PIXEL));
  }
}
