package io.equivar.core.pipeline;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.DrawnRow;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.PixelImage;
import io.equivar.api.transformation.PixelTransformation;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.SampledTransformation;
import io.equivar.api.transformation.Sharing;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Java pixel code small enough to compute by hand. */
final class TestPixels {

  private TestPixels() {}

  static PipelineStep step(
      int index, String name, SampledTransformation t, Sharing sharing, double probability) {
    return new PipelineStep(
        t, "test:" + name, "pipeline[" + index + "]." + name, sharing, probability);
  }

  /** Adds {@code amount}, drawn from 1 to 40, modulo 256. */
  record Add() implements PixelTransformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.of(Column.continuous("amount", 0, 40, ""));
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      row.set("amount", random.nextInt(1, 41));
    }

    @Override
    public PixelImage apply(PixelImage image, DrawnRow row) {
      byte[] bytes = image.toBytes();
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] += (byte) row.get("amount");
      }
      return PixelImage.of(image.shape(), bytes);
    }
  }

  /** Keeps the first pixel; says that it makes images of {@code declared}. */
  record FirstPixel(ImageShape declared) implements PixelTransformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.none();
    }

    @Override
    public ImageShape outputShape(ImageShape input) {
      return declared;
    }

    @Override
    public void sample(RandomGenerator random, Row row) {}

    @Override
    public PixelImage apply(PixelImage image, DrawnRow row) {
      return PixelImage.of(ImageShape.square(1), Arrays.copyOf(image.toBytes(), 3));
    }
  }

  /** Fails. */
  record Broken() implements PixelTransformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.none();
    }

    @Override
    public void sample(RandomGenerator random, Row row) {}

    @Override
    public PixelImage apply(PixelImage image, DrawnRow row) {
      throw new IllegalStateException("no such filter");
    }
  }
}
