package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.image.TableParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A step of a pipeline whose draws a case gives. */
record GivenStep(
    String transformation,
    String location,
    Sharing sharing,
    boolean isConditional,
    ParameterSpec spec,
    Parameters first,
    Parameters second,
    Operand<TFloat32> firstApplied,
    Operand<TFloat32> secondApplied)
    implements ViewStep {

  static GivenStep of(Ops tf, JsonNode json) {
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : json.required("columns")) {
      columns.add(
          new Column(
              column.required("name").textValue(),
              Column.Kind.valueOf(upperCase(column.required("kind"))),
              column.required("min").doubleValue(),
              column.required("max").doubleValue(),
              ""));
    }
    ParameterSpec spec = ParameterSpec.of(columns);
    return new GivenStep(
        json.required("transformation").textValue(),
        json.required("location").textValue(),
        Sharing.valueOf(upperCase(json.required("sharing"))),
        json.required("conditional").booleanValue(),
        spec,
        new TableParameters(tf, table(tf, json.required("first"), columns.size()), spec),
        new TableParameters(tf, table(tf, json.required("second"), columns.size()), spec),
        coins(tf, json.required("firstApplied")),
        coins(tf, json.required("secondApplied")));
  }

  private static String upperCase(JsonNode text) {
    return text.textValue().toUpperCase(Locale.ROOT);
  }

  private static Operand<TFloat32> table(Ops tf, JsonNode rows, int columns) {
    List<JsonNode> values = new ArrayList<>();
    rows.forEach(row -> row.forEach(values::add));
    return tf.constant(Shape.of(rows.size(), columns), DataBuffers.of(floats(values)));
  }

  private static Operand<TFloat32> coins(Ops tf, JsonNode coins) {
    List<JsonNode> values = new ArrayList<>();
    coins.forEach(values::add);
    return tf.constant(floats(values));
  }

  private static float[] floats(List<JsonNode> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values.get(i).doubleValue();
    }
    return floats;
  }
}
