package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.graph.Precision;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.TransformationRunner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tensorflow.ndarray.Shape;

/**
 * Transformations of one image at given parameters: the shape of the result, the means of its
 * colours and some of its values. Each is compared as every plugin offers it.
 */
final class TransformationCases implements CaseKind {

  private final TransformationRunner runner =
      new TransformationRunner(new SessionOptions(Precision.FP32, 1));

  @Override
  public Optional<Comparison> compare(ReferenceCase reference) {
    ReferenceArray chw = ReferenceArray.of(reference.json().required("input"));
    long[] sizes = chw.shape().asArray();
    ImageShape shape = new ImageShape(Math.toIntExact(sizes[1]), Math.toIntExact(sizes[2]));
    JsonNode arguments = reference.json().required("arguments");
    String name = reference.json().required("transformation").textValue();
    List<CaseTransformation> found =
        Stream.of(
                StandardCases.find(name, arguments, shape),
                AugMixCases.find(name, arguments, shape))
            .flatMap(Optional::stream)
            .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Comparison comparison = new Comparison();
    for (CaseTransformation one : found) {
      float[] changed =
          runner.run(
              one.transformation(),
              shape,
              input(chw, arguments).values(),
              new double[][] {one.row()});
      compare(comparison, reference, one.transformation().outputShape(shape), changed);
    }
    return Optional.of(comparison);
  }

  /** Returns the image with its colours last, as the case's arguments want it. */
  private static ReferenceArray input(ReferenceArray chw, JsonNode arguments) {
    boolean quantised = arguments.path("input").asText().contains("quantised to 8 bits");
    float scale = (float) arguments.path("inputScale").asDouble(1);
    float offset = (float) arguments.path("inputOffset").asDouble(0);
    float[] values = new float[chw.values().length];
    for (int i = 0; i < values.length; i++) {
      float value = chw.values()[i] * scale + offset;
      values[i] = quantised ? (float) Math.rint(255 * value) / 255 : value;
    }
    long[] sizes = chw.shape().asArray();
    return new ReferenceArray(Shape.of(1, sizes[0], sizes[1], sizes[2]), values).channelsLast();
  }

  private static void compare(
      Comparison comparison, ReferenceCase reference, ImageShape shape, float[] hwc) {
    double tolerance = reference.tolerance("absolute");
    JsonNode expected = reference.expected();
    int[] sizes = {3, shape.height(), shape.width()};
    for (int axis = 0; axis < sizes.length; axis++) {
      comparison.check(
          "shape[" + axis + "]", sizes[axis], expected.required("shape").get(axis).asInt(), 0);
    }
    int pixels = shape.height() * shape.width();
    for (int color = 0; color < 3; color++) {
      double sum = 0;
      for (int pixel = 0; pixel < pixels; pixel++) {
        sum += hwc[3 * pixel + color];
      }
      comparison.check(
          "channelMeans[" + color + "]",
          sum / pixels,
          expected.required("channelMeans").get(color).asDouble(),
          tolerance);
    }
    JsonNode indices = expected.required("flatIndices");
    for (int i = 0; i < indices.size(); i++) {
      int index = indices.get(i).asInt();
      comparison.check(
          "value[" + index + "]",
          hwc[3 * (index % pixels) + index / pixels],
          expected.required("values").get(i).asDouble(),
          tolerance);
    }
  }
}
