package io.equivar.core.pipeline;

import io.equivar.api.transformation.Column;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * The parameters of a batch's two views, in the layout that {@link ViewGraph#parameters()} takes:
 * {@code [2, batchSize, rowWidth]}.
 */
public final class ParameterTable {

  private final Pipeline pipeline;
  private final int batchSize;
  private final float[] values;

  ParameterTable(Pipeline pipeline, int batchSize, float[] values) {
    this.pipeline = pipeline;
    this.batchSize = batchSize;
    this.values = values;
  }

  /** Returns the number of images. */
  public int batchSize() {
    return batchSize;
  }

  /** Returns the table as a tensor, to be closed by the caller. */
  public TFloat32 toTensor() {
    return TFloat32.tensorOf(Shape.of(2, batchSize, pipeline.rowWidth()), DataBuffers.of(values));
  }

  /** Returns whether a step applies to an image. */
  public boolean applied(int view, int image, PlacedStep step) {
    return values[start(view, image) + step.coin()] == 1;
  }

  /**
   * Returns the parameters that a step has for an image, by name. Where the step does not apply
   * they change nothing, or are not used.
   */
  public Map<String, Float> row(int view, int image, PlacedStep step) {
    Map<String, Float> row = new LinkedHashMap<>();
    List<Column> columns = step.spec().columns();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i).name(), values[start(view, image) + step.offset() + i]);
    }
    return row;
  }

  /** Returns the number of values in a row, coins included. */
  int rowWidth() {
    return pipeline.rowWidth();
  }

  /** Returns the rows of one view, {@code [batchSize, rowWidth]}, row-major. */
  float[] rows(int view) {
    return Arrays.copyOfRange(values, start(view, 0), start(view + 1, 0));
  }

  private int start(int view, int image) {
    return (view * batchSize + image) * pipeline.rowWidth();
  }
}
