package io.equivar.example.pixels;

import io.equivar.api.transformation.PixelTransformationFactory;
import io.equivar.tck.PixelTransformationKit;
import java.util.List;
import java.util.Map;

/** Holds the plugin to the rules of the SPI. */
class JpegArtifactsKitTest extends PixelTransformationKit {

  @Override
  protected PixelTransformationFactory<?> factory() {
    return new JpegArtifactsPlugin().pixelTransformations().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{lowest: 0, highest: 1}", "{lowest: 0.5, highest: 0.5}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of("{lowest: 0.9, highest: 0.8}", "lowest");
  }
}
