package io.equivar.core.pipeline;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.learning.Views;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Makes the two views of a batch in the graph, from images that are fed once and a table of
 * parameters ({@link ParameterTable}). Where a step is Java on pixels, what is fed are the views as
 * the host made them up to the last such step.
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
    images = tf.withName("images").placeholder(TUint8.class, Placeholder.shape(fedShape()));
    parameters =
        tf.withName("parameters")
            .placeholder(
                TFloat32.class, Placeholder.shape(Shape.of(2, batchSize, pipeline.rowWidth())));
    List<Operand<TFloat32>> fed = fedViews(tf);
    GraphContext firstScope = g.scope("first");
    GraphContext secondScope = g.scope("second");
    DrawnRows firstRows = rows(firstScope, 0);
    DrawnRows secondRows = rows(secondScope, 1);
    steps =
        pipeline.steps().stream()
            .<ViewStep>map(
                step ->
                    new DrawnStep(
                        step,
                        firstRows.parameters(step),
                        secondRows.parameters(step),
                        firstRows.coins(step),
                        secondRows.coins(step)))
            .toList();
    Operand<TFloat32> firstView = fed.get(0);
    Operand<TFloat32> secondView = fed.get(1);
    for (PlacedStep step : pipeline.deviceSteps()) {
      ViewStep drawn = steps.get(step.index());
      firstView =
          StepApplication.apply(firstScope, step, firstView, drawn.first(), drawn.firstApplied());
      secondView =
          StepApplication.apply(
              secondScope, step, secondView, drawn.second(), drawn.secondApplied());
    }
    first = firstView;
    second = secondView;
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

  /** Returns bytes as colours in [0, 1]. */
  static Operand<TFloat32> unitRange(Ops tf, Operand<TUint8> bytes) {
    // The cast comes first: many operations have no kernel for bytes on a GPU.
    return tf.math.mul(tf.dtypes.cast(bytes, TFloat32.class), tf.constant(1f / 255));
  }

  private Shape fedShape() {
    ImageShape size = pipeline.fedShape();
    Shape batch = Shape.of(batchSize, size.height(), size.width(), 3);
    return pipeline.hostSteps().isEmpty() ? batch : batch.prepend(2);
  }

  /** Returns what both views start from: the same images, unless they were made on the host. */
  private List<Operand<TFloat32>> fedViews(Ops tf) {
    Operand<TFloat32> colours = unitRange(tf, images);
    return pipeline.hostSteps().isEmpty()
        ? List.of(colours, colours)
        : List.copyOf(tf.unstack(colours, 2L).output());
  }

  private DrawnRows rows(GraphContext g, int view) {
    Ops tf = g.tf();
    Operand<TFloat32> row =
        tf.slice(
            parameters,
            tf.constant(new int[] {view, 0, 0}),
            tf.constant(new int[] {1, batchSize, pipeline.rowWidth()}));
    return new DrawnRows(
        tf, tf.reshape(row, tf.constant(new int[] {batchSize, pipeline.rowWidth()})));
  }

  /**
   * Returns what takes the images, {@code uint8 [batchSize, height, width, 3]}; or both views,
   * {@code uint8 [2, batchSize, height, width, 3]}, if the pipeline has {@linkplain
   * Pipeline#hostSteps() steps that run on the host}. {@link HostSteps#feed} makes either.
   */
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
