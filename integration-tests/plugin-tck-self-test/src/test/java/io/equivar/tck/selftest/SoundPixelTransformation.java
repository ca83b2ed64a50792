package io.equivar.tck.selftest;

import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.DrawnRow;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.PixelImage;
import io.equivar.api.transformation.PixelTransformation;
import io.equivar.api.transformation.PixelTransformationFactory;
import io.equivar.api.transformation.Row;
import io.equivar.tck.PixelTransformationKit;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Shifts every value by a number of levels, around from 255 to 0. What is broken overrides it. */
class SoundPixelTransformation implements PixelTransformation {

  @Override
  public ParameterSpec parameters() {
    return ParameterSpec.of(Column.categorical("levels", 32));
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("levels", random.nextInt(32));
  }

  @Override
  public PixelImage apply(PixelImage image, DrawnRow row) {
    return shifted(image, (int) row.get("levels"));
  }

  /** Adds a number of levels to every value. */
  static PixelImage shifted(PixelImage image, int levels) {
    byte[] values = image.toBytes();
    for (int i = 0; i < values.length; i++) {
      values[i] += (byte) levels;
    }
    return PixelImage.of(image.shape(), values);
  }

  /** Holds a transformation to the rules. */
  abstract static class Kit extends PixelTransformationKit {

    private final PixelTransformationFactory<?> factory;

    Kit(PixelTransformationFactory<?> factory) {
      this.factory = factory;
    }

    Kit(Supplier<PixelTransformation> maker) {
      this(
          PixelTransformationFactory.of(
              "shift", "Shifts", Strength.class, (config, context) -> maker.get()));
    }

    @Override
    protected PixelTransformationFactory<?> factory() {
      return factory;
    }

    @Override
    protected List<String> configurations() {
      return List.of("{}");
    }
  }

  /** The kit on the sound transformation. */
  static class Sound extends Kit {
    Sound() {
      super(SoundPixelTransformation::new);
    }
  }
}
