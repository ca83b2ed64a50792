package io.equivar.core.detect.model;

import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.data.ValidationDraw;
import io.equivar.core.detect.measure.TrueObject;
import io.equivar.core.detect.voc.DetectionSet;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.random.Seeds;
import io.equivar.core.train.Adam;
import io.equivar.core.train.LearningRateSchedule;
import io.equivar.core.train.LossStep;
import io.equivar.core.train.TrainingGraph;
import io.equivar.core.train.WeightDecay;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Trains a detector, backbone and all, by AdamW with half a cosine; images are mirrored at random.
 * The same seed, weights and images give the same detector.
 */
public final class DetectorTraining {

  private static final double WEIGHT_DECAY = 1e-4;

  private final Pipeline pipeline;
  private final ResNetSpec backbone;
  private final SessionOptions options;
  private final DetectorSettings settings;

  /**
   * Makes a training.
   *
   * @param pipeline of the run that the backbone is from, for images of the detector's size
   */
  public DetectorTraining(
      Pipeline pipeline, ResNetSpec backbone, SessionOptions options, DetectorSettings settings) {
    this.pipeline = pipeline;
    this.backbone = backbone;
    this.options = options;
    this.settings = settings;
  }

  /**
   * Trains.
   *
   * @param weights gives the first values of a variable of the backbone, by its name
   * @param epochs is told the number of each epoch that is over, and its mean loss
   */
  public Detector train(
      DetectionSet set, Function<String, float[]> weights, BiConsumer<Integer, Double> epochs) {
    int classes = set.classNames().size();
    try (DetectorGraph detector = graph(ModelGraph.forTraining(), classes)) {
      DetectionLoss loss = new DetectionLoss(detector);
      Placeholder<TFloat32> rate =
          detector.graph().tf().placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
      Adam adam = new Adam(0.9, 0.999, 1e-8, new WeightDecay(WEIGHT_DECAY, false), true);
      Op step = LossStep.make(detector.graph(), loss.value(), adam, rate);
      try (GraphSession session = new GraphSession(detector.graph(), options)) {
        session.initialize(settings.seed());
        for (GraphVariable variable : detector.graph().variables()) {
          if (variable.name().startsWith(TrainingGraph.BACKBONE + ".")) {
            session.write(variable.name(), weights.apply(variable.name()));
          }
        }
        LearningRateSchedule schedule =
            new LearningRateSchedule(settings.learningRate(), settings.epochs(), 0);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
          double sum = 0;
          List<int[]> batches = batches(set.size(), epoch);
          for (int[] batch : batches) {
            sum += step(detector, loss, rate, step, session, set, batch, epoch, schedule);
          }
          epochs.accept(epoch + 1, sum / batches.size());
        }
        return evaluating(session, classes);
      }
    }
  }

  private DetectorGraph graph(ModelGraph graph, int classes) {
    try {
      return new DetectorGraph(graph, pipeline, backbone, settings.stages(), classes);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  /** Shuffles; the last images of an epoch make a smaller batch. */
  private List<int[]> batches(int images, int epoch) {
    List<Integer> order =
        ValidationDraw.shuffled(
            IntStream.range(0, images).boxed().toList(), Seeds.derive(settings.seed(), 1, epoch));
    int size = settings.batchSize();
    return IntStream.range(0, (images + size - 1) / size)
        .mapToObj(
            batch ->
                order.subList(batch * size, Math.min(images, (batch + 1) * size)).stream()
                    .mapToInt(image -> image)
                    .toArray())
        .toList();
  }

  private double step(
      DetectorGraph detector,
      DetectionLoss loss,
      Placeholder<TFloat32> rate,
      Op step,
      GraphSession session,
      DetectionSet set,
      int[] batch,
      int epoch,
      LearningRateSchedule schedule) {
    int classes = set.classNames().size();
    int bytes = set.images().imageBytes();
    byte[] pixels = new byte[batch.length * bytes];
    Targets targets = new Targets(detector.places(), classes, batch.length);
    for (int i = 0; i < batch.length; i++) {
      set.images().read(batch[i], pixels, i * bytes);
      RandomGenerator random = Seeds.generator(Seeds.derive(settings.seed(), 2, epoch, batch[i]));
      boolean mirrored = random.nextBoolean();
      if (mirrored) {
        mirror(pixels, i * bytes, set.side());
      }
      targets.put(i, mirrored ? mirrored(set, batch[i]) : set.objects().get(batch[i]));
    }
    Shape shape = Shape.of(batch.length, set.side(), set.side(), 3);
    try (TUint8 images = TUint8.tensorOf(shape, DataBuffers.of(pixels));
        TFloat32 learningRate = TFloat32.scalarOf((float) schedule.rate(epoch));
        DetectionLoss.Fed fed = loss.tensors(targets, batch.length, detector.places(), classes);
        Result result =
            fed.to(session.runner())
                .feed(detector.images(), images)
                .feed(rate, learningRate)
                .addTarget(step)
                .fetch(loss.value())
                .run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
  }

  private static void mirror(byte[] pixels, int offset, int side) {
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side / 2; column++) {
        int left = offset + 3 * (row * side + column);
        int right = offset + 3 * (row * side + side - 1 - column);
        for (int channel = 0; channel < 3; channel++) {
          byte moved = pixels[left + channel];
          pixels[left + channel] = pixels[right + channel];
          pixels[right + channel] = moved;
        }
      }
    }
  }

  private static List<TrueObject> mirrored(DetectionSet set, int image) {
    return set.objects().get(image).stream()
        .map(
            object ->
                new TrueObject(
                    object.image(),
                    object.label(),
                    object.box().mirrored(set.side()),
                    object.ignored()))
        .toList();
  }

  private Detector evaluating(GraphSession trained, int classes) {
    Detector detector = new Detector(graph(ModelGraph.forEvaluation(), classes), options);
    try {
      detector.copyFrom(trained);
      return detector;
    } catch (RuntimeException | Error e) {
      detector.close();
      throw e;
    }
  }
}
