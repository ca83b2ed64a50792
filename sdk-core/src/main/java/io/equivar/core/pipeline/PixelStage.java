package io.equivar.core.pipeline;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.PixelImage;
import io.equivar.api.transformation.PixelTransformation;
import io.equivar.core.image.TableRow;
import java.util.Arrays;

/**
 * A step that is Java on pixels: one image after the other.
 *
 * @param step the step
 * @param transformation that of the step
 * @param rowWidth number of values in a row of the whole pipeline
 */
record PixelStage(PlacedStep step, PixelTransformation transformation, int rowWidth)
    implements HostStage {

  @Override
  public byte[] apply(byte[] images, float[] rows, int count) {
    int inputSize = bytes(step.input());
    int outputSize = bytes(step.output());
    byte[] changed = new byte[Math.multiplyExact(count, outputSize)];
    for (int i = 0; i < count; i++) {
      byte[] image = Arrays.copyOfRange(images, i * inputSize, (i + 1) * inputSize);
      byte[] result = rows[i * rowWidth + step.coin()] == 1 ? change(image, rows, i) : image;
      System.arraycopy(result, 0, changed, i * outputSize, outputSize);
    }
    return changed;
  }

  private byte[] change(byte[] image, float[] rows, int place) {
    TableRow row = new TableRow(step.spec(), rows, place * rowWidth + step.offset());
    PixelImage result;
    try {
      result = transformation.apply(PixelImage.of(step.input(), image), row);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      throw StepFailure.of(step, e);
    }
    if (result == null || !result.shape().equals(step.output())) {
      throw StepFailure.of(
          step, "must make images of " + step.output() + " pixels by its outputShape", result);
    }
    return result.toBytes();
  }

  private static int bytes(ImageShape shape) {
    return shape.height() * shape.width() * 3;
  }

  @Override
  public void close() {}
}
