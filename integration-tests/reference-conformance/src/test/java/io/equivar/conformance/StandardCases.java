package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Transformation;
import io.equivar.api.transformation.TransformationFactory;
import io.equivar.plugin.standard.ColorJitterConfig;
import io.equivar.plugin.standard.GaussianBlurConfig;
import io.equivar.plugin.standard.NoSettings;
import io.equivar.plugin.standard.NormalizeConfig;
import io.equivar.plugin.standard.PosterizeConfig;
import io.equivar.plugin.standard.RandomErasingConfig;
import io.equivar.plugin.standard.RandomResizedCropConfig;
import io.equivar.plugin.standard.RotationConfig;
import io.equivar.plugin.standard.SharpnessConfig;
import io.equivar.plugin.standard.ShearConfig;
import io.equivar.plugin.standard.SolarizeConfig;
import io.equivar.plugin.standard.StandardTransformations;
import io.equivar.plugin.standard.TranslationConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cases of the standard transformations. */
final class StandardCases {

  private static final double[] NOTHING = {};
  private static final List<Double> ANY_AREA = List.of(0.08, 1.0);
  private static final List<Double> ANY_RATIO = List.of(0.3, 3.3);
  private static final NoSettings NO_SETTINGS = new NoSettings();

  /** The names of cases; what follows one after a hyphen tells two cases of a kind apart. */
  private static final List<String> NAMES =
      List.of(
          "autocontrast",
          "brightness",
          "contrast",
          "equalize",
          "erase",
          "gaussian-blur",
          "grayscale",
          "horizontal-flip",
          "hue",
          "invert",
          "normalize",
          "posterize",
          "resized-crop",
          "rotate",
          "saturation",
          "sharpness",
          "shear-x",
          "shear-y",
          "solarize",
          "translate",
          "vertical-flip");

  private StandardCases() {}

  /** Returns empty if there is no such transformation, or not with such an argument. */
  static Optional<CaseTransformation> find(String name, JsonNode arguments, ImageShape shape) {
    if (arguments.path("outside").asDouble(0) != 0
        || !arguments.path("antialias").asBoolean(true)) {
      return Optional.empty();
    }
    return NAMES.stream()
        .filter(known -> name.equals(known) || name.startsWith(known + "-"))
        .findFirst()
        .map(known -> find(known, new Arguments(arguments), shape));
  }

  private static CaseTransformation find(String name, Arguments with, ImageShape shape) {
    return switch (name) {
      case "brightness" -> colorJitter(shape, with.number("factor"), 1, 1, 0);
      case "contrast" -> colorJitter(shape, 1, with.number("factor"), 1, 0);
      case "saturation" -> colorJitter(shape, 1, 1, with.number("factor"), 0);
      case "hue" -> colorJitter(shape, 1, 1, 1, with.number("delta"));
      case "erase" ->
          create(
              "random-erasing",
              new RandomErasingConfig(
                  ANY_AREA, ANY_RATIO, RandomErasingConfig.Fill.VALUE, with.numbers("value")),
              shape,
              with.box(shape));
      case "gaussian-blur" -> {
        double sigma = with.number("sigma");
        yield create(
            name,
            new GaussianBlurConfig((int) with.number("kernel"), List.of(sigma, sigma)),
            shape,
            sigma);
      }
      case "normalize" ->
          create(
              name, new NormalizeConfig(with.numbers("mean"), with.numbers("std")), shape, NOTHING);
      case "posterize" -> {
        int bits = (int) with.number("bits");
        yield create(name, new PosterizeConfig(List.of(bits, bits)), shape, bits);
      }
      case "resized-crop" ->
          create(
              "random-resized-crop",
              new RandomResizedCropConfig(
                  ANY_AREA,
                  ANY_RATIO,
                  List.of((int) with.number("outHeight"), (int) with.number("outWidth"))),
              shape,
              with.box(shape));
      case "rotate" -> {
        double angle = with.clockwise() ? -with.number("degrees") : with.number("degrees");
        yield create("rotation", new RotationConfig(List.of(angle, angle)), shape, angle);
      }
      case "sharpness" -> {
        double factor = with.number("factor");
        yield create(name, new SharpnessConfig(List.of(factor, factor)), shape, factor);
      }
      case "shear-x" -> shear(shape, with.number("degrees"), 0);
      case "shear-y" -> shear(shape, 0, with.number("degrees"));
      case "solarize" -> {
        double threshold = with.number("threshold");
        yield create(name, new SolarizeConfig(List.of(threshold, threshold)), shape, threshold);
      }
      case "translate" -> {
        double x = with.number("dx") / shape.width();
        double y = with.number("dy") / shape.height();
        yield create(
            "translation", new TranslationConfig(List.of(x, x), List.of(y, y)), shape, x, y);
      }
      default -> create(name, NO_SETTINGS, shape, NOTHING);
    };
  }

  private static CaseTransformation colorJitter(
      ImageShape shape, double brightness, double contrast, double saturation, double hue) {
    return create(
        "color-jitter",
        new ColorJitterConfig(
            Math.abs(brightness - 1),
            Math.abs(contrast - 1),
            Math.abs(saturation - 1),
            Math.abs(hue),
            ColorJitterConfig.Order.FIXED),
        shape,
        brightness,
        contrast,
        saturation,
        hue);
  }

  private static CaseTransformation shear(ImageShape shape, double x, double y) {
    return create("shear", new ShearConfig(List.of(x, x), List.of(y, y)), shape, x, y);
  }

  private static CaseTransformation create(
      String name, Record config, ImageShape shape, double... row) {
    TransformationFactory<?> factory =
        new StandardTransformations()
            .transformations().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
    return new CaseTransformation(create(factory, config, new Place(name, shape)), row);
  }

  private static <C extends Record> Transformation create(
      TransformationFactory<C> factory, Record config, CreationContext context) {
    return factory.create(factory.configType().cast(config), context);
  }

  private record Place(String location, ImageShape imageShape) implements CreationContext {}

  /** The arguments of a case, lengths in pixels. */
  private record Arguments(JsonNode json) {

    double number(String name) {
      return json.required(name).asDouble();
    }

    List<Double> numbers(String name) {
      JsonNode value = json.required(name);
      return value.isArray()
          ? IntStream.range(0, value.size()).mapToObj(i -> value.get(i).asDouble()).toList()
          : Stream.generate(value::asDouble).limit(3).toList();
    }

    boolean clockwise() {
      return json.path("direction").asText().equals("clockwise");
    }

    /** Returns left, top, width and height as parts of the image. */
    double[] box(ImageShape shape) {
      return new double[] {
        number("left") / shape.width(),
        number("top") / shape.height(),
        number("width") / shape.width(),
        number("height") / shape.height()
      };
    }
  }
}
