package io.equivar.tck;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.image.TableParameters;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A graph in which a transformation is applied as in training: to two views, each in its scope. */
final class AppliedGraph implements AutoCloseable {

  private final ModelGraph graph = ModelGraph.forTraining();
  private final Transformation transformation;
  private final ImageShape shape;
  private final ParameterSpec spec;
  private final Placeholder<TFloat32> images;
  private final Placeholder<TFloat32> table;
  private final List<Operand<TFloat32>> views;
  private final List<String> variables;
  private final List<String> impure;
  private final GraphSession session;

  /**
   * Builds the graph.
   *
   * @param batchSize number of images, or -1 for any
   */
  AppliedGraph(Transformation transformation, ImageShape shape, int batchSize) {
    this.transformation = transformation;
    this.shape = shape;
    this.spec = transformation.parameters();
    try {
      GraphContext g = graph.context();
      images = placeholder(g, Shape.of(batchSize, shape.height(), shape.width(), 3));
      table = placeholder(g, Shape.of(batchSize, spec.columns().size()));
      views =
          List.of(
              apply(transformation, g.scope("first")), apply(transformation, g.scope("second")));
      variables = graph.variables().stream().map(GraphVariable::name).toList();
      impure = GraphRules.impure(graph);
      session = new GraphSession(graph, SessionOptions.DEFAULT);
      session.initialize(1);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private Operand<TFloat32> apply(Transformation transformation, GraphContext view) {
    GraphContext step = view.scope("step");
    return transformation.apply(step, images, new TableParameters(step.tf(), table, spec));
  }

  private static Placeholder<TFloat32> placeholder(GraphContext g, Shape shape) {
    return g.tf().placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  /** Returns the transformation that is applied. */
  Transformation transformation() {
    return transformation;
  }

  /** Returns the names of the variables that were made. */
  List<String> variables() {
    return variables;
  }

  /** Returns the operations with randomness or state of their own. */
  List<String> impure() {
    return impure;
  }

  /** Applies the transformation, one row per image; the values are those of both views. */
  List<View> run(List<float[]> batch, List<KitRow> rows) {
    int columns = spec.columns().size();
    float[] values = new float[rows.size() * columns];
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).writeTo(values, i * columns);
    }
    Shape fed = Shape.of(batch.size(), shape.height(), shape.width(), 3);
    try (TFloat32 pixels = TFloat32.tensorOf(fed, DataBuffers.of(TestImages.batch(batch)));
        TFloat32 drawn = TFloat32.tensorOf(Shape.of(rows.size(), columns), DataBuffers.of(values));
        Result result =
            session
                .runner()
                .feed(images, pixels)
                .feed(table, drawn)
                .fetch(views.get(0))
                .fetch(views.get(1))
                .run()) {
      List<View> made = new ArrayList<>();
      for (int i = 0; i < views.size(); i++) {
        made.add(new View(result.get(i).shape(), GraphSession.floats(result.get(i))));
      }
      return made;
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  /** What came out of one view. */
  static final class View {

    private final Shape shape;
    private final float[] values;

    View(Shape shape, float[] values) {
      this.shape = shape;
      this.values = values;
    }

    /** Returns the shape of the batch. */
    Shape shape() {
      return shape;
    }

    /** Returns all values, row-major. */
    float[] values() {
      return values;
    }

    /** Returns the image at a place of the batch. */
    float[] image(int count, int place) {
      return TestImages.image(values, count, place);
    }
  }
}
