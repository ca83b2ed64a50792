package io.equivar.tck;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.Views;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The objective on which base methods are tried: the dissimilarity of both views' representations,
 * once or twice.
 *
 * @param form of the sides
 * @param terms their number; the second has the sides of the first exchanged
 */
record KitObjective(Form form, int terms) implements Objective {

  /** The scope of the first term. */
  static final String FIRST = "term-0";

  /** The scope of the second term. */
  static final String SECOND = "term-1";

  /** What a side consists of. */
  enum Form {
    /** All representations of a view. */
    ONE_PART,
    /** Those of both views, in two parts. */
    TWO_PARTS,
    /** A single representation. */
    ONE_ROW
  }

  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    Ops tf = g.tf();
    Operand<TFloat32> first = encoder.apply(views.first());
    Operand<TFloat32> second = encoder.apply(views.second());
    List<Loss.Term> made = new ArrayList<>();
    for (int i = 0; i < terms; i++) {
      boolean exchanged = i % 2 == 1;
      Pair pair =
          Pair.of(
              side(tf, first, second, exchanged),
              side(tf, first, second, !exchanged),
              () -> target(tf, encoder, views, exchanged),
              () -> target(tf, encoder, views, !exchanged));
      Loss loss = base.dissimilarity(g.scope("term-" + i), pair);
      made.add(new Loss.Term("term-" + i, 1, loss.value()));
    }
    return Loss.sum(tf, made);
  }

  private Side target(Ops tf, Encoder encoder, Views views, boolean exchanged) {
    Encoder averaged = encoder.averaged();
    return side(tf, averaged.apply(views.first()), averaged.apply(views.second()), exchanged);
  }

  private Side side(Ops tf, Operand<TFloat32> first, Operand<TFloat32> second, boolean exchanged) {
    Operand<TFloat32> one = exchanged ? second : first;
    Operand<TFloat32> other = exchanged ? first : second;
    return switch (form) {
      case ONE_PART -> Side.of(one);
      case TWO_PARTS -> Side.of(one, other);
      case ONE_ROW ->
          Side.of(
              tf.slice(
                  one,
                  tf.constant(new int[] {0, 0}),
                  tf.constant(new int[] {1, KitEncoder.WIDTH})));
    };
  }
}
