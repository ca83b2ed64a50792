package io.equivar.conformance;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.learning.Views;
import io.equivar.core.pipeline.PartnerRows;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Views that are fed as they are.
 *
 * @param first {@code [batchSize, height, width, 3]}
 * @param second likewise
 */
record FedViews(Placeholder<TFloat32> first, Placeholder<TFloat32> second, PartnerRows partners)
    implements Views {

  static FedViews of(GraphContext g, Shape shape) {
    return new FedViews(
        g.tf().placeholder(TFloat32.class, Placeholder.shape(shape)),
        g.tf().placeholder(TFloat32.class, Placeholder.shape(shape)),
        new PartnerRows(g.tf(), Math.toIntExact(shape.get(0))));
  }

  @Override
  public int batchSize() {
    return partners.batchSize();
  }

  @Override
  public ImageShape imageShape() {
    return new ImageShape((int) first.shape().get(1), (int) first.shape().get(2));
  }

  @Override
  public List<ViewStep> steps() {
    return List.of();
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
