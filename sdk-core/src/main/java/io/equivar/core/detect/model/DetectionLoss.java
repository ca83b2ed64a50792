package io.equivar.core.detect.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;

/**
 * The loss of a detector, by the number of places with an object: focal loss of the classes (Lin et
 * al. 2017: alpha .25, gamma 2), {@code 1 - GIoU} of the boxes (Rezatofighi et al. 2019) and the
 * cross-entropy of how central a place is (Tian et al. 2019).
 */
final class DetectionLoss {

  private static final float ALPHA = 0.25f;
  private static final int[] ALL_PLACES = {0, 1, 2};

  private final Placeholder<TFloat32> classes;
  private final Placeholder<TFloat32> counted;
  private final Placeholder<TFloat32> positive;
  private final Placeholder<TFloat32> distances;
  private final Placeholder<TFloat32> centrality;
  private final Placeholder<TFloat32> positives;
  private final Operand<TFloat32> value;

  DetectionLoss(DetectorGraph detector) {
    Ops tf = detector.graph().tf();
    int side = detector.places().side();
    long kinds = detector.logits().shape().get(3);
    classes = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side, kinds)));
    counted = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side)));
    positive = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side)));
    distances = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side, 4)));
    centrality = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side)));
    positives = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));

    Operand<TFloat32> ofClasses =
        tf.math.mul(
            tf.reduceSum(focal(tf, detector.logits()), tf.constant(new int[] {3})), counted);
    Operand<TFloat32> ofBoxes =
        tf.math.mul(tf.math.sub(tf.constant(1f), overlap(tf, detector.distances())), positive);
    Operand<TFloat32> ofCentrality =
        tf.math.mul(crossEntropy(tf, detector.centrality(), centrality), positive);
    Operand<TFloat32> all = tf.math.add(tf.math.add(ofClasses, ofBoxes), ofCentrality);
    value = tf.math.div(tf.reduceSum(all, tf.constant(ALL_PLACES)), positives);
  }

  private Operand<TFloat32> focal(Ops tf, Operand<TFloat32> logits) {
    // The probability of the wrong answer, squared: |target - sigmoid|^2.
    Operand<TFloat32> error = tf.math.sub(classes, tf.math.sigmoid(logits));
    Operand<TFloat32> weight =
        tf.math.add(tf.math.mul(classes, tf.constant(2 * ALPHA - 1)), tf.constant(1 - ALPHA));
    return tf.math.mul(
        tf.math.mul(weight, tf.math.square(error)), crossEntropy(tf, logits, classes));
  }

  /** {@code max(x, 0) - x z + log(1 + exp(-|x|))}. */
  private static Operand<TFloat32> crossEntropy(
      Ops tf, Operand<TFloat32> logits, Operand<TFloat32> targets) {
    Operand<TFloat32> rest = tf.math.log1p(tf.math.exp(tf.math.neg(tf.math.abs(logits))));
    return tf.math.add(tf.math.sub(tf.nn.relu(logits), tf.math.mul(logits, targets)), rest);
  }

  /** Generalised intersection over union of two boxes that are given from the same place. */
  private Operand<TFloat32> overlap(Ops tf, Operand<TFloat32> predicted) {
    List<Operand<TFloat32>> p = sides(tf, predicted);
    List<Operand<TFloat32>> t = sides(tf, distances);
    Operand<TFloat32> common =
        tf.math.mul(
            tf.math.add(tf.math.minimum(p.get(0), t.get(0)), tf.math.minimum(p.get(2), t.get(2))),
            tf.math.add(tf.math.minimum(p.get(1), t.get(1)), tf.math.minimum(p.get(3), t.get(3))));
    Operand<TFloat32> around =
        tf.math.mul(
            tf.math.add(tf.math.maximum(p.get(0), t.get(0)), tf.math.maximum(p.get(2), t.get(2))),
            tf.math.add(tf.math.maximum(p.get(1), t.get(1)), tf.math.maximum(p.get(3), t.get(3))));
    Operand<TFloat32> union = tf.math.sub(tf.math.add(area(tf, p), area(tf, t)), common);
    return tf.math.sub(tf.math.div(common, union), tf.math.div(tf.math.sub(around, union), around));
  }

  private static Operand<TFloat32> area(Ops tf, List<Operand<TFloat32>> sides) {
    return tf.math.mul(
        tf.math.add(sides.get(0), sides.get(2)), tf.math.add(sides.get(1), sides.get(3)));
  }

  private static List<Operand<TFloat32>> sides(Ops tf, Operand<TFloat32> distances) {
    return List.copyOf(tf.unstack(distances, 4L, Unstack.axis(3L)).output());
  }

  /** Returns the loss, a scalar. */
  Operand<TFloat32> value() {
    return value;
  }

  /** Makes tensors of the targets of a batch; close them after the run. */
  Fed tensors(Targets targets, int batchSize, Places places, int kinds) {
    long side = places.side();
    Map<Placeholder<TFloat32>, TFloat32> tensors = new LinkedHashMap<>();
    tensors.put(classes, tensor(targets.logits(), batchSize, side, side, kinds));
    tensors.put(counted, tensor(targets.counted(), batchSize, side, side));
    tensors.put(positive, tensor(targets.positive(), batchSize, side, side));
    tensors.put(distances, tensor(targets.distances(), batchSize, side, side, 4));
    tensors.put(centrality, tensor(targets.centrality(), batchSize, side, side));
    tensors.put(positives, tensor(new float[] {targets.positives()}));
    return new Fed(tensors);
  }

  private static TFloat32 tensor(float[] values, long... shape) {
    return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values));
  }

  /**
   * The tensors that are fed to a run.
   *
   * @param tensors by what takes them; closed with this
   */
  record Fed(Map<Placeholder<TFloat32>, TFloat32> tensors) implements AutoCloseable {

    /** Feeds them. */
    Session.Runner to(Session.Runner runner) {
      tensors.forEach(runner::feed);
      return runner;
    }

    @Override
    public void close() {
      tensors.values().forEach(TFloat32::close);
    }
  }
}
