package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.learning.Views;
import io.equivar.core.pipeline.PartnerRows;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Views that a case gives as they are, with the steps that are said to have made them.
 *
 * @param first {@code [batchSize, height, width, 3]}
 * @param second likewise
 */
record GivenViews(
    Operand<TFloat32> first, Operand<TFloat32> second, List<ViewStep> steps, PartnerRows partners)
    implements Views {

  static GivenViews of(GraphContext g, ReferenceCase reference) {
    JsonNode views = reference.json().required("views");
    Operand<TFloat32> first = images(g.tf(), views.required("first"));
    List<ViewStep> steps = new ArrayList<>();
    for (JsonNode step : reference.json().required("steps")) {
      steps.add(GivenStep.of(g.tf(), step));
    }
    return new GivenViews(
        first,
        images(g.tf(), views.required("second")),
        List.copyOf(steps),
        new PartnerRows(g.tf(), (int) first.shape().get(0)));
  }

  private static Operand<TFloat32> images(Ops tf, JsonNode json) {
    ReferenceArray array = ReferenceArray.of(json);
    return tf.constant(array.shape(), DataBuffers.of(array.values()));
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
