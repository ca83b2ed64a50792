package io.equivar.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.factory.Factory;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.RecordBinder;
import io.equivar.core.binding.RecordSchema;
import io.equivar.core.binding.YamlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;

/**
 * What the kits of all kinds have in common: a factory and the configurations to try it with.
 *
 * @param <F> the kind of factory
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FactoryKit<F extends Factory<?>> {

  /** How names are written. */
  static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  /** Returns the factory under test, as the plugin offers it. */
  protected abstract F factory();

  /**
   * Returns configurations that are to work, each as it would stand in a YAML file: {@code "{}"}
   * for defaults, {@code "{strength: 0.8}"}. At least one; together they should reach every branch.
   */
  protected abstract List<String> configurations();

  /**
   * Returns configurations that are to be refused, each with the key that the message names. None
   * by default: values out of the range that {@link io.equivar.api.config.Setting} declares are
   * tried without being listed here, rules that concern several settings are not.
   */
  protected Map<String, String> refusedConfigurations() {
    return Map.of();
  }

  /** Creates what is under test, for images of a size. */
  abstract Object create(String configuration, ImageShape shape);

  /** Returns images' size where a rule does not vary it. */
  abstract ImageShape usualShape();

  /** Makes the configuration record as the core does. */
  static <C extends Record> C bind(Factory<C> factory, String configuration) {
    return new RecordBinder()
        .bind(factory.configType(), YamlReader.parse(configuration, configuration));
  }

  /** Returns the place for which the factory is asked to create something. */
  final CreationContext place(ImageShape shape) {
    return new Place("kit." + factory().name(), shape);
  }

  /** Returns the configurations, which are not to be none: rules over nothing always hold. */
  final List<String> tried() {
    List<String> configurations = configurations();
    assertThat(configurations).as("configurations() of the kit").isNotEmpty();
    return configurations;
  }

  final void checkFactory() {
    F factory = factory();
    assertThat(factory.name()).as("name").matches(KEBAB_CASE);
    assertThat(factory.description()).as("description").isNotBlank();
    assertThat(RecordSchema.check(factory.configType()))
        .as("problems of " + factory.configType().getSimpleName())
        .isEmpty();
    assertThat(List.of(factory.name(), factory.description(), factory.configType()))
        .as("answers at the second call")
        .isEqualTo(List.of(factory.name(), factory.description(), factory.configType()));
  }

  final void checkRefusals() {
    Factory<?> factory = factory();
    for (String configuration : tried()) {
      for (BadSettings bad : BadSettings.of(bind(factory, configuration))) {
        requireRefusal(bad.toString(), bad.key(), catchThrowable(bad::construct));
      }
    }
    refusedConfigurations()
        .forEach(
            (configuration, key) ->
                requireRefusal(
                    configuration, key, catchThrowable(() -> create(configuration, usualShape()))));
  }

  private static void requireRefusal(String configuration, String key, Throwable thrown) {
    assertThat(thrown).as(configuration).isInstanceOf(ConfigurationException.class);
    assertThat(((ConfigurationException) thrown).problems())
        .as("problems of " + configuration)
        .extracting(Problem::key)
        .anyMatch(named -> named.equals(key) || named.startsWith(key + "["));
  }

  private record Place(String location, ImageShape imageShape) implements CreationContext {}
}
