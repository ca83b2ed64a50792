package io.equivar.plugin.stl;

import io.equivar.api.graph.Layer;
import io.equivar.api.learning.Hypernetwork;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.Views;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What a set of networks makes of a batch. Each value is added to the graph when it is first asked
 * for: an averaged encoder that no target needs costs nothing and moves no running statistics.
 */
final class Computation {

  private final Ops tf;
  private final Views views;
  private final Memo<Operand<TFloat32>> first;
  private final Memo<Operand<TFloat32>> second;
  private final Memo<Transformations> transformations;
  private final Memo<Side> predictions;

  /** Transformation representations: from the first view to the second, and back. */
  private record Transformations(Operand<TFloat32> forth, Operand<TFloat32> back) {}

  Computation(Ops tf, Networks networks, Views views) {
    this.tf = tf;
    this.views = views;
    first = new Memo<>(() -> networks.encoder().apply(views.first()));
    second = new Memo<>(() -> networks.encoder().apply(views.second()));
    transformations =
        new Memo<>(() -> transformations(networks.transformationEncoder().orElseThrow()));
    predictions = new Memo<>(() -> predictions(networks.hypernetwork().orElseThrow()));
  }

  /** Returns {@code y1}, {@code [batchSize, d]}. */
  Side first() {
    return Side.of(first.get());
  }

  /** Returns {@code y2}, {@code [batchSize, d]}. */
  Side second() {
    return Side.of(second.get());
  }

  /** Returns {@code y1} and {@code y2} as two parts. */
  Side representations() {
    return Side.of(first.get(), second.get());
  }

  /** Returns {@code y1^} and {@code y2^} as two parts. */
  Side predictions() {
    return predictions.get();
  }

  /** Returns the transformation representations of the leaders, {@code [batchSize, k]}. */
  Side leaders() {
    return Side.of(
        rows(
            views.leaders(transformations.get().forth()),
            views.leaders(transformations.get().back())));
  }

  /** Returns the transformation representations of the followers, {@code [batchSize, k]}. */
  Side followers() {
    return Side.of(
        rows(
            views.followers(transformations.get().forth()),
            views.followers(transformations.get().back())));
  }

  /** Returns {@code T12}, {@code [batchSize, k]}. */
  Operand<TFloat32> forth() {
    return transformations.get().forth();
  }

  /** Returns {@code y2^} alone, {@code [batchSize, d]}, as {@link #predictions} has it. */
  Operand<TFloat32> predictedSecond(Hypernetwork hypernetwork) {
    return hypernetwork.apply(first.get(), views.swapPartners(forth()));
  }

  private Transformations transformations(Layer encoder) {
    Operand<TFloat32> y1 = first.get();
    Operand<TFloat32> y2 = second.get();
    return new Transformations(
        encoder.apply(tf.concat(List.of(y1, y2), tf.constant(1))),
        encoder.apply(tf.concat(List.of(y2, y1), tf.constant(1))));
  }

  private Side predictions(Hypernetwork hypernetwork) {
    Transformations own = transformations.get();
    // Both directions in one product: H is read once, and its gradient is one product as well.
    Operand<TFloat32> predicted =
        hypernetwork.apply(
            rows(second.get(), first.get()),
            rows(views.swapPartners(own.back()), views.swapPartners(own.forth())));
    List<Output<TFloat32>> halves = tf.split(tf.constant(0), predicted, 2L).output();
    return Side.of(halves.get(0), halves.get(1));
  }

  private Operand<TFloat32> rows(Operand<TFloat32> above, Operand<TFloat32> below) {
    return tf.concat(List.of(above, below), tf.constant(0));
  }
}
