package io.equivar.tck;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Base methods on which objectives are tried: the mean squared distance of both sides behind a
 * head, from the sides themselves or from their targets. They keep what they were called with.
 */
final class KitBases implements BaseModel {

  private static final int HEAD_WIDTH = 6;

  private final boolean targets;
  private final List<GraphContext> scopes = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();

  private KitBases(boolean targets) {
    this.targets = targets;
  }

  /** Makes a base method that compares both sides. */
  static KitBases plain() {
    return new KitBases(false);
  }

  /** Makes a base method that compares each side with the other's target, as BYOL does. */
  static KitBases withTargets() {
    return new KitBases(true);
  }

  @Override
  public Loss dissimilarity(GraphContext g, Pair pair) {
    // A scope for every call: whether the objective gives each its own is a rule of its own.
    GraphContext own = g.scope("call-" + pairs.size());
    scopes.add(g);
    pairs.add(pair);
    Ops tf = own.tf();
    Layer head = own.perceptron("head", pair.width(), HEAD_WIDTH, HEAD_WIDTH);
    Operand<TFloat32> first = pair.first().map(head).joined(tf);
    Operand<TFloat32> second = pair.second().map(head).joined(tf);
    if (!targets) {
      return Loss.of(distance(tf, first, second));
    }
    Operand<TFloat32> firstTarget = target(tf, pair.firstTarget(), head);
    Operand<TFloat32> secondTarget = target(tf, pair.secondTarget(), head);
    return Loss.of(
        tf.math.add(distance(tf, first, secondTarget), distance(tf, second, firstTarget)));
  }

  @Override
  public Optional<AveragingSchedule> averaging() {
    return targets ? Optional.of(AveragingSchedule.constant(0.9)) : Optional.empty();
  }

  /** Returns the scopes, in the order of the calls. */
  List<GraphContext> scopes() {
    return scopes;
  }

  /** Returns the pairs, in the order of the calls. */
  List<Pair> pairs() {
    return pairs;
  }

  @Override
  public String toString() {
    return targets ? "base method with targets" : "base method without targets";
  }

  private static Operand<TFloat32> target(Ops tf, Side side, Layer head) {
    return tf.stopGradient(side.map(head.averaged()).joined(tf));
  }

  private static Operand<TFloat32> distance(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.mean(tf.math.squaredDifference(a, b), tf.constant(new int[] {0, 1}));
  }
}
