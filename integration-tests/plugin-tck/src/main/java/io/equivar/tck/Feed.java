package io.equivar.tck;

import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.ParameterTable;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.ViewGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** A batch of images with the parameters of its two views, as training feeds it. */
final class Feed {

  private static final long SEED = 5;

  private final byte[] pixels;
  private final ParameterTable drawn;

  private Feed(byte[] pixels, ParameterTable drawn) {
    this.pixels = pixels;
    this.drawn = drawn;
  }

  /** Makes a batch of random images; no two numbers give the same. */
  static Feed random(Pipeline pipeline, int batchSize, long number) {
    int size = batchSize * TestImages.size(pipeline.inputShape());
    return of(pipeline, batchSize, number, TestImages.bytes(size, number));
  }

  /** Makes a batch of black images, which all have one representation. */
  static Feed black(Pipeline pipeline, int batchSize) {
    int size = batchSize * TestImages.size(pipeline.inputShape());
    return of(pipeline, batchSize, 0, new byte[size]);
  }

  private static Feed of(Pipeline pipeline, int batchSize, long number, byte[] images) {
    ParameterTable drawn = new ParameterSampler(pipeline, batchSize, SEED).draw(number);
    try (HostSteps steps = HostSteps.of(pipeline, batchSize, SessionOptions.DEFAULT)) {
      return new Feed(steps.feed(images, drawn), drawn);
    }
  }

  /**
   * Runs a graph on this batch.
   *
   * @param views those of the graph
   * @param fetched what is returned, in this order
   * @param scalars what else is fed
   * @param target what else is run
   */
  List<float[]> run(
      GraphSession session,
      ViewGraph views,
      List<? extends Operand<TFloat32>> fetched,
      Map<Placeholder<TFloat32>, Double> scalars,
      Optional<Op> target) {
    List<TFloat32> fed = new ArrayList<>();
    try (TUint8 images = TUint8.tensorOf(views.images().shape(), DataBuffers.of(pixels));
        TFloat32 parameters = drawn.toTensor()) {
      Session.Runner runner =
          session.runner().feed(views.images(), images).feed(views.parameters(), parameters);
      scalars.forEach(
          (placeholder, value) -> {
            TFloat32 tensor = TFloat32.scalarOf(value.floatValue());
            fed.add(tensor);
            runner.feed(placeholder, tensor);
          });
      target.ifPresent(runner::addTarget);
      // A result may hold nothing twice.
      List<String> keys = fetched.stream().map(GraphRules::key).toList();
      List<String> distinct = keys.stream().distinct().toList();
      distinct.forEach(key -> runner.fetch(fetched.get(keys.indexOf(key))));
      try (Result result = runner.run()) {
        return keys.stream()
            .map(key -> GraphSession.floats(result.get(distinct.indexOf(key))))
            .toList();
      }
    } finally {
      fed.forEach(TFloat32::close);
    }
  }
}
