package io.equivar.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class TableRowTest {

  private final ParameterSpec spec =
      ParameterSpec.of(
          Column.continuous("angle", -30, 30, "degrees"), Column.categorical("order", 4));

  @Test
  void writesToItsPlaceInTheTable() {
    float[] table = new float[6];
    TableRow row = new TableRow(spec, table, 2);

    row.set("order", 3);
    row.set("angle", -7.5);

    assertThat(table).containsExactly(0, 0, -7.5f, 3, 0, 0);
    assertThat(row.get("angle")).isEqualTo(-7.5);
  }

  @Test
  void refusesValuesOutsideTheColumnsRange() {
    TableRow row = new TableRow(spec, new float[2], 0);

    assertThatThrownBy(() -> row.set("angle", 31))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column angle takes numbers in [-30.0, 30.0], got 31.0");
    assertThatThrownBy(() -> row.set("angle", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> row.set("order", 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column order takes whole numbers in [0.0, 3.0], got 1.5");
  }

  @Test
  void acceptsAgainWhatItKept() {
    ParameterSpec single = ParameterSpec.of(Column.continuous("sigma", 0.01, 0.01, "pixels"));
    TableRow row = new TableRow(single, new float[1], 0);
    row.set("sigma", 0.01);

    // As float32 it is 0.009999999776...
    row.set("sigma", row.get("sigma"));

    assertThat(row.get("sigma")).isEqualTo(0.01f);
  }

  @Test
  void refusesUnknownColumns() {
    TableRow row = new TableRow(spec, new float[2], 0);

    assertThatThrownBy(() -> row.get("angel"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no column 'angel'; the columns are [angle, order]");
  }

  @Test
  void refusesAPlaceBeyondTheTable() {
    float[] table = new float[3];

    assertThatThrownBy(() -> new TableRow(spec, table, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void parametersReadTheColumnsOfAllRows() {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      TableParameters parameters =
          new TableParameters(tf, tf.constant(new float[][] {{5, 1}, {6, 2}, {7, 3}}), spec);
      try (Result result = session.runner().fetch(parameters.column("order")).run()) {
        TFloat32 orders = (TFloat32) result.get(0);
        assertThat(orders.shape().asArray()).containsExactly(3);
        assertThat(orders.getFloat(2)).isEqualTo(3);
      }
    }
  }
}
