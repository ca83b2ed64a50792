package io.equivar.plugin.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.TransformationFactory;
import io.equivar.tck.TransformationKit;
import io.equivar.tck.ValueRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every transformation keeps the rules of the SPI. */
class StandardKitTest {

  @Test
  void everyTransformationIsHeldToTheRules() {
    List<String> held =
        Arrays.stream(StandardKitTest.class.getDeclaredClasses())
            .filter(type -> type.isAnnotationPresent(Nested.class))
            .map(type -> Settings.key(type.getSimpleName()))
            .toList();
    assertThat(new StandardTransformations().transformations())
        .extracting(TransformationFactory::name)
        .containsExactlyInAnyOrderElementsOf(held);
  }

  private abstract static class Kit extends TransformationKit {

    private final String name;
    private final List<String> configurations;

    Kit(String name, String... configurations) {
      this.name = name;
      this.configurations = List.of(configurations);
    }

    @Override
    protected TransformationFactory<?> factory() {
      return new StandardTransformations()
          .transformations().stream()
              .filter(factory -> factory.name().equals(name))
              .findFirst()
              .orElseThrow();
    }

    @Override
    protected List<String> configurations() {
      return configurations;
    }
  }

  @Nested
  class RandomResizedCrop extends Kit {
    RandomResizedCrop() {
      super("random-resized-crop", "{}", "{size: [9, 14]}");
    }

    @Override
    protected Map<String, String> refusedConfigurations() {
      return Map.of("{area: [0.5, 0.2]}", "area", "{ratio: [2, 1]}", "ratio");
    }
  }

  @Nested
  class HorizontalFlip extends Kit {
    HorizontalFlip() {
      super("horizontal-flip", "{}");
    }
  }

  @Nested
  class VerticalFlip extends Kit {
    VerticalFlip() {
      super("vertical-flip", "{}");
    }
  }

  @Nested
  class Rotation extends Kit {
    Rotation() {
      super("rotation", "{}", "{angle: [-180, 180]}");
    }
  }

  @Nested
  class Shear extends Kit {
    Shear() {
      super("shear", "{}");
    }
  }

  @Nested
  class Translation extends Kit {
    Translation() {
      super("translation", "{}");
    }
  }

  @Nested
  class RandomErasing extends Kit {
    RandomErasing() {
      super("random-erasing", "{}", "{fill: mean}");
    }
  }

  @Nested
  class ColorJitter extends Kit {
    ColorJitter() {
      super("color-jitter", "{}", "{order: fixed}", "{hue: 0}");
    }
  }

  @Nested
  class Grayscale extends Kit {
    Grayscale() {
      super("grayscale", "{}");
    }
  }

  @Nested
  class Solarize extends Kit {
    Solarize() {
      super("solarize", "{}", "{threshold: [0, 1]}");
    }
  }

  @Nested
  class Posterize extends Kit {
    Posterize() {
      super("posterize", "{}", "{bits: [1, 8]}");
    }
  }

  @Nested
  class Equalize extends Kit {
    Equalize() {
      super("equalize", "{}");
    }
  }

  @Nested
  class Autocontrast extends Kit {
    Autocontrast() {
      super("autocontrast", "{}");
    }
  }

  @Nested
  class Invert extends Kit {
    Invert() {
      super("invert", "{}");
    }
  }

  @Nested
  class GaussianBlur extends Kit {
    GaussianBlur() {
      super("gaussian-blur", "{}", "{kernel-size: 3}");
    }
  }

  @Nested
  class Sharpness extends Kit {
    Sharpness() {
      super("sharpness", "{}");
    }
  }

  @Nested
  class Normalize extends Kit {
    Normalize() {
      super("normalize", "{mean: [0.43, 0.42, 0.39], standard-deviation: [0.27, 0.26, 0.27]}");
    }

    @Override
    protected ValueRange outputRange() {
      return new ValueRange(-0.42 / 0.26, 0.61 / 0.27);
    }
  }

  @Nested
  class CutOut extends Kit {
    CutOut() {
      super("cut-out", "{}");
    }
  }

  @Nested
  class ChannelDrop extends Kit {
    ChannelDrop() {
      super("channel-drop", "{}");
    }
  }

  @Nested
  class FourFoldRotation extends Kit {
    FourFoldRotation() {
      super("four-fold-rotation", "{}");
    }

    /** A quarter turn of an image that is not square would have another size. */
    @Override
    protected List<ImageShape> imageShapes() {
      return List.of(ImageShape.square(12), ImageShape.square(17));
    }
  }
}
