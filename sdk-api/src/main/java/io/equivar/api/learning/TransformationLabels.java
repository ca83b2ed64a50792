package io.equivar.api.learning;

import io.equivar.api.Spi;
import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Sharing;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What was done to every image of a batch, as numbers that a network can take: the labels that
 * AugSelf, EquiMod, SIE and SEN need and STL does without. Immutable.
 *
 * <p>The label of a view holds, for each step in the pipeline's order: 1 or 0 for whether it
 * applied, if it passes over some images; then its parameters, those of a continuous column scaled
 * from the column's range to [-1, 1], of a flag as 0 or 1, of a categorical column as one of its
 * values in 0 and 1. Parameters of a step that did not apply are 0. Columns with a single value are
 * left out.
 */
@Spi(Spi.Role.VALUE)
public final class TransformationLabels {

  private final Ops tf;
  private final Operand<TFloat32> first;
  private final Operand<TFloat32> second;

  /** Which steps of the pipeline make up the label. */
  @Spi(Spi.Role.VALUE)
  public enum Steps {
    /** Those that a pair shares: what STL learns from. */
    SHARED,
    /** All. */
    ALL;

    private boolean include(ViewStep step) {
      return this == ALL || step.sharing() == Sharing.PAIR;
    }
  }

  /** How the change from one view to the other is made of the labels of both. */
  @Spi(Spi.Role.VALUE)
  public enum Relation {
    /** Both labels, one behind the other. */
    BOTH,
    /** The label of the view that is reached less that of the view that is left. */
    DIFFERENCE
  }

  private TransformationLabels(Ops tf, Operand<TFloat32> first, Operand<TFloat32> second) {
    this.tf = tf;
    this.first = first;
    this.second = second;
  }

  /**
   * Adds the labels of both views to the graph.
   *
   * @param tf names and scope of all operations that are added
   * @param steps which steps make up the label
   * @param objective the name of the objective that needs them, for messages
   * @throws ConfigurationException if such a step has no label, or none of them has parameters
   */
  public static TransformationLabels of(Ops tf, Views views, Steps steps, String objective) {
    require(views, steps, objective);
    List<Operand<TFloat32>> first = new ArrayList<>();
    List<Operand<TFloat32>> second = new ArrayList<>();
    for (ViewStep step : views.steps()) {
      if (steps.include(step)) {
        first.addAll(columns(tf, step, step.first(), step.firstApplied()));
        second.addAll(columns(tf, step, step.second(), step.secondApplied()));
      }
    }
    if (first.isEmpty()) {
      throw new ConfigurationException(
          new Problem(
              "pipeline",
              "must have a step with parameters"
                  + (steps == Steps.SHARED ? " that a pair shares" : "")
                  + ", because the objective "
                  + objective
                  + " learns from them",
              "none",
              steps == Steps.SHARED
                  ? "Set share: pair where the label is to be taken from"
                  : "Add one, such as random-resized-crop"));
    }
    return new TransformationLabels(tf, beside(tf, first), beside(tf, second));
  }

  private static Operand<TFloat32> beside(Ops tf, List<Operand<TFloat32>> columns) {
    // TensorFlow refuses to join a single one.
    return columns.size() == 1 ? columns.get(0) : tf.concat(columns, tf.constant(1));
  }

  /**
   * Checks that the steps have labels.
   *
   * @param steps which steps are asked
   * @param objective the name of the objective that needs them, for messages
   * @throws ConfigurationException naming every step without a label by its place in the
   *     configuration
   */
  public static void require(Views views, Steps steps, String objective) {
    List<Problem> problems =
        views.steps().stream()
            .filter(step -> steps.include(step) && !step.spec().isLabel())
            .map(step -> withoutLabel(step, objective))
            .toList();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  private static Problem withoutLabel(ViewStep step, String objective) {
    return new Problem(
        step.location(),
        "must have a label that says what was done to an image, because the objective "
            + objective
            + " learns from it",
        step.transformation() + ", which has none",
        "Use the objective stl, which needs no labels, or another transformation");
  }

  /** Returns the width of a view's label. */
  public int width() {
    return (int) first.shape().get(1);
  }

  /** Returns the labels of the first view, {@code [batchSize, width()]}. */
  public Operand<TFloat32> first() {
    return first;
  }

  /** Returns the labels of the second view, {@code [batchSize, width()]}. */
  public Operand<TFloat32> second() {
    return second;
  }

  /**
   * Returns codes of the change from the first view to the second: 1, so that a linear map of the
   * code has a bias, then {@code [first; second]} or {@code second - first}.
   *
   * @return {@code [batchSize, 1 + 2 width()]} or {@code [batchSize, 1 + width()]}
   */
  public Operand<TFloat32> forth(Relation relation) {
    return change(first, second, relation);
  }

  /**
   * Returns codes of the change from the second view to the first, of the shape of {@link #forth}:
   * 1, then {@code [second; first]} or {@code first - second}.
   */
  public Operand<TFloat32> back(Relation relation) {
    return change(second, first, relation);
  }

  private Operand<TFloat32> change(
      Operand<TFloat32> from, Operand<TFloat32> to, Relation relation) {
    List<Operand<TFloat32>> parts = new ArrayList<>();
    parts.add(tf.fill(tf.constant(new long[] {from.shape().get(0), 1}), tf.constant(1f)));
    if (relation == Relation.BOTH) {
      parts.add(from);
      parts.add(to);
    } else {
      parts.add(tf.math.sub(to, from));
    }
    return tf.concat(parts, tf.constant(1));
  }

  private static List<Operand<TFloat32>> columns(
      Ops tf, ViewStep step, Parameters parameters, Operand<TFloat32> applied) {
    Operand<TFloat32> coin = tf.expandDims(applied, tf.constant(1));
    List<Operand<TFloat32>> columns = new ArrayList<>();
    if (step.isConditional()) {
      columns.add(coin);
    }
    for (Column column : step.spec().columns()) {
      if (column.min() < column.max()) {
        Operand<TFloat32> value = scaled(tf, column, parameters.column(column.name()));
        columns.add(step.isConditional() ? tf.math.mul(value, coin) : value);
      }
    }
    return columns;
  }

  /** Returns {@code [batchSize, 1]}, or one column for each value of a categorical one. */
  private static Operand<TFloat32> scaled(Ops tf, Column column, Operand<TFloat32> values) {
    if (column.kind() == Column.Kind.CATEGORICAL) {
      Operand<TInt32> index =
          tf.dtypes.cast(tf.math.sub(values, tf.constant((float) column.min())), TInt32.class);
      int count = (int) (column.max() - column.min()) + 1;
      return tf.oneHot(index, tf.constant(count), tf.constant(1f), tf.constant(0f));
    }
    Operand<TFloat32> rows = tf.expandDims(values, tf.constant(1));
    if (column.kind() == Column.Kind.FLAG) {
      return rows;
    }
    double half = (column.max() - column.min()) / 2;
    double middle = column.min() + half;
    return tf.math.mul(
        tf.math.sub(rows, tf.constant((float) middle)), tf.constant((float) (1 / half)));
  }
}
