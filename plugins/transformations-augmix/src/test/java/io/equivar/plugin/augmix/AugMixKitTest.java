package io.equivar.plugin.augmix;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.config.Settings;
import io.equivar.api.transformation.TransformationFactory;
import io.equivar.tck.TransformationKit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every transformation keeps the rules of the SPI. */
class AugMixKitTest {

  @Test
  void everyTransformationIsHeldToTheRules() {
    List<String> held =
        Arrays.stream(AugMixKitTest.class.getDeclaredClasses())
            .filter(type -> type.isAnnotationPresent(Nested.class))
            .map(type -> Settings.key(type.getSimpleName()))
            .toList();
    assertThat(new AugMixPlugin().transformations())
        .extracting(TransformationFactory::name)
        .containsExactlyInAnyOrderElementsOf(held);
  }

  private abstract static class Kit extends TransformationKit {

    private final String name;
    private final List<String> configurations;
    private final Map<String, String> refused;

    Kit(String name, List<String> configurations, Map<String, String> refused) {
      this.name = name;
      this.configurations = configurations;
      this.refused = refused;
    }

    @Override
    protected TransformationFactory<?> factory() {
      return new AugMixPlugin()
          .transformations().stream()
              .filter(factory -> factory.name().equals(name))
              .findFirst()
              .orElseThrow();
    }

    @Override
    protected List<String> configurations() {
      return configurations;
    }

    @Override
    protected Map<String, String> refusedConfigurations() {
      return refused;
    }
  }

  @Nested
  class Augmix extends Kit {
    Augmix() {
      super(
          "augmix",
          List.of(
              "{}",
              "{width: 2, depth: [2, 4], severity: 10, alpha: 0.5, operations: [color, contrast,"
                  + " brightness, sharpness, rotate, identity]}"),
          Map.of("{width: 0}", "width", "{depth: [3, 1]}", "depth", "{severity: 11}", "severity"));
    }
  }

  @Nested
  class RandAugment extends Kit {
    RandAugment() {
      super(
          "rand-augment",
          List.of("{}", "{count: 3, magnitude: 30}"),
          Map.of("{magnitude: 31}", "magnitude", "{operations: []}", "operations"));
    }
  }

  @Nested
  class TrivialAugment extends Kit {
    TrivialAugment() {
      super(
          "trivial-augment",
          List.of("{}", "{space: standard}"),
          Map.of("{operations: [rotate, rotate]}", "operations"));
    }
  }
}
