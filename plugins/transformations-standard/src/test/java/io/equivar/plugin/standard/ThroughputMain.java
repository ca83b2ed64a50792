package io.equivar.plugin.standard;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PipelineStep;
import io.equivar.core.pipeline.ViewGraph;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** Prints how many views per CPU second the default pipeline makes, step by step. */
final class ThroughputMain {

  private static final ImageShape SHAPE = ImageShape.square(96);
  private static final int BATCH = 128;
  private static final int RUNS = 20;
  private static final int WARM_UPS = 3;

  private ThroughputMain() {}

  public static void main(String[] arguments) {
    Pipeline pipeline = Pipeline.of(SHAPE, steps());
    for (int count = 1; count <= pipeline.steps().size(); count++) {
      measure(pipeline.first(count));
    }
  }

  private static List<PipelineStep> steps() {
    List<PipelineStep> steps = new ArrayList<>();
    add(
        steps,
        "random-resized-crop",
        new RandomResizedCropConfig(List.of(0.2, 1.0), List.of(0.75, 4 / 3.0), List.of()),
        1);
    add(
        steps,
        "color-jitter",
        new ColorJitterConfig(0.4, 0.4, 0.4, 0.1, ColorJitterConfig.Order.RANDOM),
        0.8);
    add(steps, "grayscale", new NoSettings(), 0.2);
    add(steps, "horizontal-flip", new NoSettings(), 0.5);
    add(steps, "gaussian-blur", new GaussianBlurConfig(9, List.of(0.1, 2.0)), 0.5);
    add(
        steps,
        "normalize",
        new NormalizeConfig(List.of(0.43, 0.42, 0.39), List.of(0.27, 0.26, 0.27)),
        1);
    return steps;
  }

  private static void add(
      List<PipelineStep> steps, String name, Record config, double probability) {
    steps.add(
        new PipelineStep(
            Applied.create(name, config, SHAPE),
            "standard:" + name,
            "pipeline[" + steps.size() + "]." + name,
            Sharing.PAIR,
            probability));
  }

  private static void measure(Pipeline pipeline) {
    byte[] images = new byte[BATCH * Applied.size(SHAPE)];
    float[] units = Applied.images(BATCH, SHAPE, 1);
    for (int i = 0; i < images.length; i++) {
      images[i] = (byte) (255 * units[i]);
    }
    ParameterSampler sampler = new ParameterSampler(pipeline, BATCH, 1);
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      ViewGraph views = ViewGraph.build(graph.context().scope("views"), pipeline, BATCH);
      // Both views are consumed in the graph: what is measured is not the way back to the host.
      Operand<TFloat32> sum =
          graph.tf().math.add(total(graph, views.first()), total(graph, views.second()));
      try (Session session = new Session(graph.graph());
          TUint8 bytes =
              TUint8.tensorOf(
                  Shape.of(BATCH, SHAPE.height(), SHAPE.width(), 3), DataBuffers.of(images))) {
        long start = 0;
        for (int run = -WARM_UPS; run < RUNS; run++) {
          if (run == 0) {
            start = cpuNanoseconds();
          }
          try (TFloat32 table = sampler.draw(run).toTensor()) {
            session
                .runner()
                .feed(views.images(), bytes)
                .feed(views.parameters(), table)
                .fetch(sum)
                .run()
                .close();
          }
        }
        // The clock of a process ticks slowly: only many runs together tell the time of one.
        double seconds = (cpuNanoseconds() - start) / 1e9 / RUNS;
        System.out.printf(
            Locale.ROOT,
            "up to %-30s %6.0f views per CPU second, %5.1f ms of CPU a batch%n",
            pipeline.steps().get(pipeline.steps().size() - 1).step().id(),
            2 * BATCH / seconds,
            1e3 * seconds);
      }
    }
  }

  private static Operand<TFloat32> total(ModelGraph graph, Operand<TFloat32> images) {
    return graph
        .tf()
        .sum(
            graph.tf().reshape(images, graph.tf().constant(new int[] {-1})),
            graph.tf().constant(0));
  }

  private static long cpuNanoseconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
