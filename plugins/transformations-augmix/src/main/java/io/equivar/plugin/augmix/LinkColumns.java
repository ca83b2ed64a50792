package io.equivar.plugin.augmix;

import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;

/**
 * Which operations may be a link, how strongly, and the two columns that hold a link in a row.
 *
 * @param operations each as likely as the others
 */
record LinkColumns(List<Operation> operations, Strengths strengths) {

  private static final String OPERATION = "operation";
  private static final String MAGNITUDE = "magnitude";

  /**
   * Returns the columns of a link.
   *
   * @param suffix tells the links of a row apart
   */
  List<Column> columns(String suffix) {
    Span span = Span.union(operations.stream().map(strengths::span).toList());
    return List.of(
        Column.categorical(OPERATION + suffix, Operation.values().length),
        Column.continuous(MAGNITUDE + suffix, span.min(), span.max(), ""));
  }

  /** Draws a link. */
  void sample(RandomGenerator random, Row row, String suffix) {
    Operation operation = operations.get(random.nextInt(operations.size()));
    set(row, suffix, operation, strengths.draw(operation, random));
  }

  /** Makes a link one that changes nothing. */
  static void setIdentity(Row row, String suffix) {
    set(row, suffix, Operation.IDENTITY, 0);
  }

  /** Returns the link of each row of a batch. */
  static Links read(Ops tf, Parameters parameters, String suffix) {
    return new Links(
        tf.dtypes.cast(parameters.column(OPERATION + suffix), TInt32.class),
        parameters.column(MAGNITUDE + suffix));
  }

  private static void set(Row row, String suffix, Operation operation, double magnitude) {
    row.set(OPERATION + suffix, operation.number());
    row.set(MAGNITUDE + suffix, magnitude);
  }
}
