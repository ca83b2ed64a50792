package io.equivar.example.transformation;

import io.equivar.api.transformation.TransformationFactory;
import io.equivar.tck.TransformationKit;
import io.equivar.tck.ValueRange;
import java.util.List;

/** Holds the transformation to the rules of the SPI. */
class ColorTemperatureKitTest extends TransformationKit {

  @Override
  protected TransformationFactory<?> factory() {
    return new ColorTemperaturePlugin().transformations().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{strength: 1}");
  }

  /** Red and blue are at most doubled, and not clipped. */
  @Override
  protected ValueRange outputRange() {
    return new ValueRange(0, 2);
  }
}
