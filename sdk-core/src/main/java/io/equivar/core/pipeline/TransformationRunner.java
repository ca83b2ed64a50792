package io.equivar.core.pipeline;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.image.TableParameters;
import io.equivar.core.image.TableRow;
import java.util.List;
import java.util.function.Consumer;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Applies a single transformation with given parameters to images of any values, for those who look
 * at or test one. {@link PipelinePreview} shows what a whole pipeline draws instead.
 *
 * @param transformation what to apply
 * @param input the size of the images that it was created for
 */
public record TransformationRunner(Transformation transformation, ImageShape input) {

  /**
   * Applies the transformation in a graph of its own.
   *
   * @param images {@code [rows.size(), height, width, 3]}, row-major
   * @param rows sets the parameters of each image; {@code row -> transformation.sample(random,
   *     row)} draws them
   * @return {@code [rows.size(), height', width', 3]}, row-major, of the size that the
   *     transformation declares
   * @throws IllegalArgumentException if the number of values is not that of as many images as rows,
   *     if a value does not suit its column, or if the results have another size than declared
   */
  public float[] run(float[] images, List<? extends Consumer<? super Row>> rows) {
    Shape shape = Shape.of(rows.size(), input.height(), input.width(), 3);
    if (images.length != shape.size()) {
      throw new IllegalArgumentException(
          "images of shape " + shape + " have " + shape.size() + " values, got " + images.length);
    }
    ParameterSpec spec = transformation.parameters();
    float[] table = new float[rows.size() * spec.columns().size()];
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).accept(new TableRow(spec, table, i * spec.columns().size()));
    }
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      GraphContext g = graph.context();
      Placeholder<TFloat32> fedImages =
          g.tf().placeholder(TFloat32.class, Placeholder.shape(shape));
      Shape tableShape = Shape.of(rows.size(), spec.columns().size());
      Placeholder<TFloat32> fedTable =
          g.tf().placeholder(TFloat32.class, Placeholder.shape(tableShape));
      ImageShape output = transformation.outputShape(input);
      Operand<TFloat32> changed =
          g.tf()
              .ensureShape(
                  transformation.apply(
                      g.scope("transformation"),
                      fedImages,
                      new TableParameters(g.tf(), fedTable, spec)),
                  Shape.of(rows.size(), output.height(), output.width(), 3));
      try (Session session = new Session(graph.graph());
          TFloat32 imageTensor = TFloat32.tensorOf(shape, DataBuffers.of(images));
          TFloat32 tableTensor = TFloat32.tensorOf(tableShape, DataBuffers.of(table));
          Result result =
              session
                  .runner()
                  .feed(fedImages, imageTensor)
                  .feed(fedTable, tableTensor)
                  .fetch(changed)
                  .run()) {
        return GraphSession.floats(result.get(0));
      }
    }
  }
}
