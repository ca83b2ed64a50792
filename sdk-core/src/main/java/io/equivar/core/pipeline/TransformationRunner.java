package io.equivar.core.pipeline;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.image.TableParameters;
import io.equivar.core.image.TableRow;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Applies a single transformation to images at given parameters, through the same operations as
 * training does: for a look at what it does, and for tests.
 */
public final class TransformationRunner {

  private final SessionOptions options;

  /** Makes a runner that runs its graphs in single precision on all cores. */
  public TransformationRunner() {
    this(SessionOptions.DEFAULT);
  }

  /** Makes a runner that runs its graphs as {@code options} say. */
  public TransformationRunner(SessionOptions options) {
    this.options = options;
  }

  /**
   * Applies a transformation to a batch.
   *
   * @param shape the size of every image
   * @param images {@code [rows, height, width, 3]}, row-major
   * @param rows the parameters, one row per image, in the order of the transformation's columns
   * @return {@code [rows, height', width', 3]}, row-major, of the transformation's output shape
   * @throws IllegalArgumentException if the number of values does not fit, or a parameter is out of
   *     its range
   * @throws IllegalStateException if the transformation returns images of another shape than it
   *     says
   */
  public float[] run(
      Transformation transformation, ImageShape shape, float[] images, double[][] rows) {
    requireSize("images", rows.length * shape.height() * shape.width() * 3, images.length);
    ParameterSpec spec = transformation.parameters();
    float[] table = table(spec, rows);
    Shape imagesShape = Shape.of(rows.length, shape.height(), shape.width(), 3);
    Shape tableShape = Shape.of(rows.length, spec.columns().size());
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      GraphContext g = graph.context();
      Placeholder<TFloat32> imagesIn = placeholder(g, imagesShape);
      Placeholder<TFloat32> tableIn = placeholder(g, tableShape);
      Operand<TFloat32> changed =
          transformation.apply(g, imagesIn, new TableParameters(g.tf(), tableIn, spec));
      try (GraphSession session = new GraphSession(graph, options);
          TFloat32 imagesFed = TFloat32.tensorOf(imagesShape, DataBuffers.of(images));
          TFloat32 tableFed = TFloat32.tensorOf(tableShape, DataBuffers.of(table));
          Result result =
              session
                  .runner()
                  .feed(imagesIn, imagesFed)
                  .feed(tableIn, tableFed)
                  .fetch(changed)
                  .run()) {
        requireShape(transformation.outputShape(shape), rows.length, result.get(0).shape());
        return GraphSession.floats(result.get(0));
      }
    }
  }

  private static float[] table(ParameterSpec spec, double[][] rows) {
    List<Column> columns = spec.columns();
    float[] table = new float[rows.length * columns.size()];
    for (int i = 0; i < rows.length; i++) {
      requireSize("row " + i, columns.size(), rows[i].length);
      TableRow row = new TableRow(spec, table, i * columns.size());
      for (int j = 0; j < columns.size(); j++) {
        row.set(columns.get(j).name(), rows[i][j]);
      }
    }
    return table;
  }

  private static Placeholder<TFloat32> placeholder(GraphContext g, Shape shape) {
    return g.tf().placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private static void requireSize(String what, int expected, int got) {
    if (expected != got) {
      throw new IllegalArgumentException(what + " must have " + expected + " values, got " + got);
    }
  }

  private static void requireShape(ImageShape said, int count, Shape got) {
    Shape expected = Shape.of(count, said.height(), said.width(), 3);
    if (!expected.equals(got)) {
      throw new IllegalStateException(
          "the transformation says its images are " + expected + ", but they are " + got);
    }
  }
}
