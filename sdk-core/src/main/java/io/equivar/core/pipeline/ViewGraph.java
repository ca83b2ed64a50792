package io.equivar.core.pipeline;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.learning.Views;
import io.equivar.api.transformation.Parameters;
import io.equivar.core.image.TableParameters;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Makes the two views of a batch in the graph, from images that are fed once and a table of
 * parameters ({@link ParameterTable}).
 */
public final class ViewGraph implements Views {

  private final Pipeline pipeline;
  private final int batchSize;
  private final PartnerRows partners;
  private final Placeholder<TUint8> images;
  private final Placeholder<TFloat32> parameters;
  private final Operand<TFloat32> first;
  private final Operand<TFloat32> second;
  private final List<ViewStep> steps;

  private ViewGraph(GraphContext g, Pipeline pipeline, int batchSize) {
    this.pipeline = pipeline;
    this.batchSize = batchSize;
    Ops tf = g.tf();
    partners = new PartnerRows(tf, batchSize);
    ImageShape size = pipeline.inputShape();
    images =
        tf.withName("images")
            .placeholder(
                TUint8.class,
                Placeholder.shape(Shape.of(batchSize, size.height(), size.width(), 3)));
    parameters =
        tf.withName("parameters")
            .placeholder(
                TFloat32.class, Placeholder.shape(Shape.of(2, batchSize, pipeline.rowWidth())));
    // The cast comes first: many operations have no kernel for bytes on a GPU.
    Operand<TFloat32> firstImages =
        tf.math.mul(tf.dtypes.cast(images, TFloat32.class), tf.constant(1f / 255));
    Operand<TFloat32> secondImages = firstImages;
    GraphContext firstScope = g.scope("first");
    GraphContext secondScope = g.scope("second");
    List<ViewStep> drawn = new ArrayList<>();
    for (PlacedStep step : pipeline.steps()) {
      DrawnStep next =
          new DrawnStep(
              step,
              rows(firstScope, step, 0),
              rows(secondScope, step, 1),
              coins(firstScope, step, 0),
              coins(secondScope, step, 1));
      firstImages =
          StepApplication.apply(firstScope, step, firstImages, next.first(), next.firstApplied());
      secondImages =
          StepApplication.apply(
              secondScope, step, secondImages, next.second(), next.secondApplied());
      drawn.add(next);
    }
    first = firstImages;
    second = secondImages;
    steps = List.copyOf(drawn);
  }

  /**
   * Adds the views to a graph.
   *
   * @param g where to add operations
   * @param batchSize number of images, even
   * @throws io.equivar.api.config.ConfigurationException if the batch size is odd or not positive
   */
  public static ViewGraph build(GraphContext g, Pipeline pipeline, int batchSize) {
    return new ViewGraph(g, pipeline, batchSize);
  }

  private Parameters rows(GraphContext g, PlacedStep step, int view) {
    return new TableParameters(
        g.tf(), columns(g.tf(), view, step.offset(), step.columns()), step.spec());
  }

  private Operand<TFloat32> coins(GraphContext g, PlacedStep step, int view) {
    Ops tf = g.tf();
    return tf.reshape(columns(tf, view, step.coin(), 1), tf.constant(new int[] {batchSize}));
  }

  private Operand<TFloat32> columns(Ops tf, int view, int offset, int count) {
    Operand<TFloat32> table =
        tf.slice(
            parameters,
            tf.constant(new int[] {view, 0, offset}),
            tf.constant(new int[] {1, batchSize, count}));
    return tf.reshape(table, tf.constant(new int[] {batchSize, count}));
  }

  /** Returns what takes the images, {@code uint8 [batchSize, height, width, 3]}. */
  public Placeholder<TUint8> images() {
    return images;
  }

  /** Returns what takes the parameters of both views, {@code float32 [2, batchSize, rowWidth]}. */
  public Placeholder<TFloat32> parameters() {
    return parameters;
  }

  @Override
  public Operand<TFloat32> first() {
    return first;
  }

  @Override
  public Operand<TFloat32> second() {
    return second;
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  @Override
  public ImageShape imageShape() {
    return pipeline.outputShape();
  }

  @Override
  public List<ViewStep> steps() {
    return steps;
  }

  @Override
  public Operand<TFloat32> leaders(Operand<TFloat32> rows) {
    return partners.leaders(rows);
  }

  @Override
  public Operand<TFloat32> followers(Operand<TFloat32> rows) {
    return partners.followers(rows);
  }

  @Override
  public Operand<TFloat32> swapPartners(Operand<TFloat32> rows) {
    return partners.swapped(rows);
  }
}
