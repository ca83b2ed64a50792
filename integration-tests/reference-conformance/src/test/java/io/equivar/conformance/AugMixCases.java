package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.Transformation;
import io.equivar.api.transformation.TransformationFactory;
import io.equivar.plugin.augmix.AugMixConfig;
import io.equivar.plugin.augmix.AugMixPlugin;
import io.equivar.plugin.augmix.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * AugMix at given parameters, and the cases of single transformations as a mixture of one chain
 * with one link and nothing of the image itself. Shears are not among these: the cases shear about
 * the centre, AugMix about a corner.
 */
final class AugMixCases {

  private static final double STRONGEST = 10;

  private AugMixCases() {}

  /** Returns empty if no operation does what the case wants. */
  static Optional<CaseTransformation> find(String name, JsonNode arguments, ImageShape shape) {
    if (arguments.path("outside").asDouble(0) != 0) {
      return Optional.empty();
    }
    if (name.startsWith("augmix")) {
      return Optional.of(
          mixture(
              shape,
              arguments.required("mix").asDouble(),
              numbers(arguments.required("weights")),
              StreamSupport.stream(arguments.required("chains").spliterator(), false)
                  .map(AugMixCases::links)
                  .toList()));
    }
    return single(name, arguments, shape)
        .map(links -> mixture(shape, 1, List.of(1.0), List.of(links)))
        .filter(AugMixCases::isInRange);
  }

  private static Optional<List<Link>> single(String name, JsonNode arguments, ImageShape shape) {
    return Optional.ofNullable(
        switch (name) {
          case "autocontrast" -> List.of(new Link(Operation.AUTOCONTRAST, 0));
          case "equalize" -> List.of(new Link(Operation.EQUALIZE, 0));
          case "posterize" -> List.of(new Link(Operation.POSTERIZE, number(arguments, "bits")));
          case "rotate" -> List.of(rotation(arguments));
          case "solarize" -> List.of(new Link(Operation.SOLARIZE, number(arguments, "threshold")));
          case "sharpness" -> List.of(new Link(Operation.SHARPNESS, number(arguments, "factor")));
          case "brightness", "brightness-darker" ->
              List.of(new Link(Operation.BRIGHTNESS, number(arguments, "factor")));
          case "contrast", "contrast-up" ->
              List.of(new Link(Operation.CONTRAST, number(arguments, "factor")));
          case "saturation", "saturation-down" ->
              List.of(new Link(Operation.COLOR, number(arguments, "factor")));
          case "translate" ->
              List.of(
                  new Link(Operation.TRANSLATE_X, number(arguments, "dx") / shape.width()),
                  new Link(Operation.TRANSLATE_Y, number(arguments, "dy") / shape.height()));
          default -> null;
        });
  }

  private static Link rotation(JsonNode arguments) {
    double degrees = number(arguments, "degrees");
    boolean clockwise = arguments.path("direction").asText().equals("clockwise");
    return new Link(Operation.ROTATE, clockwise ? -degrees : degrees);
  }

  /** Tells whether AugMix goes that far. */
  private static boolean isInRange(CaseTransformation found) {
    List<Column> columns = found.transformation().parameters().columns();
    return IntStream.range(0, columns.size()).allMatch(i -> columns.get(i).accepts(found.row()[i]));
  }

  private static CaseTransformation mixture(
      ImageShape shape, double mix, List<Double> weights, List<List<Link>> chains) {
    int depth = chains.stream().mapToInt(List::size).max().orElseThrow();
    Map<String, Double> values = new HashMap<>(Map.of("mix", mix));
    for (int i = 0; i < chains.size(); i++) {
      values.put("weight-" + (i + 1), weights.get(i));
      List<Link> links = new ArrayList<>(chains.get(i));
      links.addAll(Collections.nCopies(depth - links.size(), new Link(Operation.IDENTITY, 0)));
      for (int j = 0; j < depth; j++) {
        String place = "-" + (i + 1) + "-" + (j + 1);
        values.put("operation" + place, (double) links.get(j).operation().number());
        values.put("magnitude" + place, links.get(j).magnitude());
      }
    }
    AugMixConfig config =
        new AugMixConfig(
            chains.size(), List.of(1, depth), STRONGEST, 1, List.of(Operation.values()));
    Transformation transformation = create(config, new Place("augmix", shape));
    return new CaseTransformation(
        transformation,
        transformation.parameters().columns().stream()
            .map(Column::name)
            .mapToDouble(values::get)
            .toArray());
  }

  private static Transformation create(AugMixConfig config, CreationContext context) {
    TransformationFactory<?> factory =
        new AugMixPlugin()
            .transformations().stream()
                .filter(candidate -> candidate.configType() == AugMixConfig.class)
                .findFirst()
                .orElseThrow();
    return create(factory, config, context);
  }

  private static <C extends Record> Transformation create(
      TransformationFactory<C> factory, AugMixConfig config, CreationContext context) {
    return factory.create(factory.configType().cast(config), context);
  }

  private static double number(JsonNode arguments, String name) {
    return arguments.required(name).asDouble();
  }

  private static List<Double> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asDouble).toList();
  }

  private static List<Link> links(JsonNode chain) {
    return StreamSupport.stream(chain.spliterator(), false).map(Link::of).toList();
  }

  private record Link(Operation operation, double magnitude) {

    static Link of(JsonNode json) {
      String name = json.required("operation").textValue();
      return new Link(
          Operation.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)),
          number(json, "magnitude"));
    }
  }

  private record Place(String location, ImageShape imageShape) implements CreationContext {}
}
