package io.equivar.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.DrawnRow;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.PixelImage;
import io.equivar.api.transformation.PixelTransformation;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.SampledTransformation;
import io.equivar.api.transformation.Sharing;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.data.ImageSet;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PipelineStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class BatchSourceTest {

  private static final Pipeline NO_STEPS = Pipeline.of(ImageShape.square(1), List.of());

  private static BatchSource source(ImageSet images, EpochOrder order, long steps) {
    return new BatchSource(
        images,
        new ParameterSampler(NO_STEPS, 4, 1),
        HostSteps.of(NO_STEPS, 4, SessionOptions.DEFAULT),
        order,
        0,
        steps,
        2);
  }

  @Test
  void batchesComeInTheOrderOfTheEpochs() throws InterruptedException {
    EpochOrder order = new EpochOrder(10, 4, 3);
    List<Integer> seen = new ArrayList<>();
    try (BatchSource source = source(new Numbered(10, -1), order, 6)) {
      for (int step = 0; step < 6; step++) {
        Batch batch = source.next();
        assertThat(batch.step()).isEqualTo(step);
        assertThat(batch.epoch()).isEqualTo(step / 2);
        for (int image = 0; image < 4; image++) {
          seen.add((int) batch.pixels()[3 * image]);
        }
      }
      assertThatThrownBy(source::next).isInstanceOf(NoSuchElementException.class);
    }

    List<Integer> expected = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      Arrays.stream(order.permutation(epoch)).limit(8).forEach(expected::add);
    }
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void whatFailsWhileReadingIsPassedOn() {
    EpochOrder order = new EpochOrder(4, 4, 3);
    try (BatchSource source = source(new Numbered(4, 2), order, 1)) {
      assertThatThrownBy(source::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a batch cannot be assembled: java.lang.IllegalStateException: gone");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void whatIsInABatchDoesNotDependOnThreads(int threads) throws InterruptedException {
    assertThat(batches(threads, 0)).hasSize(12).isEqualTo(batches(1, 0));
  }

  @Test
  void goesOnInTheMiddleOfAnEpoch() throws InterruptedException {
    assertThat(batches(2, 5)).hasSize(7).isEqualTo(batches(1, 0).subList(5, 12));
  }

  /** Pixel code that draws in front of a graph operation, and pixel code behind it. */
  private static List<String> batches(int threads, int first) throws InterruptedException {
    Pipeline pipeline =
        Pipeline.of(
            ImageShape.square(1),
            List.of(
                step(0, new Noise(), Sharing.IMAGE, 0.5),
                step(1, new Halved(), Sharing.IMAGE, 1),
                step(2, new Noise(), Sharing.PAIR, 1)));
    List<String> batches = new ArrayList<>();
    try (HostSteps hostSteps = HostSteps.of(pipeline, 4, SessionOptions.DEFAULT);
        BatchSource source =
            new BatchSource(
                new Numbered(10, -1),
                new ParameterSampler(pipeline, 4, 5),
                hostSteps,
                new EpochOrder(10, 4, 3),
                first,
                12,
                threads)) {
      for (int step = first; step < 12; step++) {
        batches.add(HexFormat.of().formatHex(source.next().pixels()));
      }
    }
    return batches;
  }

  private static PipelineStep step(
      int index, SampledTransformation transformation, Sharing sharing, double probability) {
    String name = transformation.getClass().getSimpleName();
    return new PipelineStep(
        transformation, "test:" + name, "pipeline[" + index + "]", sharing, probability);
  }

  /** Adds what it drew, after a while that depends on it. */
  private record Noise() implements PixelTransformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.of(Column.continuous("amount", 0, 40, ""));
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      row.set("amount", random.nextInt(41));
    }

    @Override
    public PixelImage apply(PixelImage image, DrawnRow row) {
      LockSupport.parkNanos((long) (1e5 * row.get("amount")));
      byte[] bytes = image.toBytes();
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] += (byte) row.get("amount");
      }
      return PixelImage.of(image.shape(), bytes);
    }
  }

  /** Halves every colour. */
  private record Halved() implements Transformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.none();
    }

    @Override
    public void sample(RandomGenerator random, Row row) {}

    @Override
    public Operand<TFloat32> apply(
        GraphContext g, Operand<TFloat32> images, Parameters parameters) {
      return g.tf().math.mul(images, g.tf().constant(0.5f));
    }
  }

  /** Images of one pixel that hold their number. */
  private record Numbered(int size, int broken) implements ImageSet {

    @Override
    public ImageShape shape() {
      return ImageShape.square(1);
    }

    @Override
    public void read(int index, byte[] target, int offset) {
      if (index == broken) {
        throw new IllegalStateException("gone");
      }
      Arrays.fill(target, offset, offset + 3, (byte) index);
    }

    @Override
    public int label(int index) {
      return NO_LABEL;
    }

    @Override
    public List<String> classNames() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
