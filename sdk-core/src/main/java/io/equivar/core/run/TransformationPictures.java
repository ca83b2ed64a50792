package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.ImageSet;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.evaluate.PairNetwork;
import io.equivar.core.evaluate.PrincipalComponents;
import io.equivar.core.pipeline.ParameterTable;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PlacedStep;
import io.equivar.core.pipeline.VersionSampler;
import io.equivar.core.report.page.PointMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What transformations look like to an objective that represents them: images are changed by one
 * step of the pipeline that pairs share, at random parameters, and the representations {@code T12}
 * of what was done are laid out (the paper's figures 1 and 4).
 */
final class TransformationPictures {

  private static final int MOST_POINTS = 600;
  private static final int BATCH_SIZE = 50;

  private final Components components;

  TransformationPictures(Components components) {
    this.components = components;
  }

  /**
   * The map, or why there is none.
   *
   * @param map of transformations
   * @param note empty if there is a map
   */
  record Outcome(Optional<PointMap> map, String note) {}

  private record Point(int type, Map<String, Float> parameters, String label) {}

  /** Draws the map of a run's transformations of some images. */
  Outcome draw(RunConfig config, Checkpoint checkpoint, ImageSet images) {
    try {
      Pipeline pipeline = components.pipeline(config, images.shape()).skippable();
      List<PlacedStep> steps =
          pipeline.steps().stream()
              .filter(step -> !step.step().isDeterministic())
              .filter(step -> step.step().sharing() == Sharing.PAIR)
              .toList();
      if (steps.isEmpty()) {
        return none("Pairs share no random step, so there is no transformation to look at.");
      }
      try (PairNetwork network = components.pairNetwork(config, pipeline, true, BATCH_SIZE)) {
        Optional<Integer> width = network.transformationWidth();
        if (width.isEmpty()) {
          return none(
              "The objective "
                  + config.objective().id()
                  + ", as it is configured, learns no representation of transformations that could"
                  + " be shown.");
        }
        network.restore(checkpoint.variables());
        return new Outcome(
            Optional.of(draw(network, new VersionSampler(pipeline, config.seed()), steps, images)),
            "");
      }
    } catch (ConfigurationException e) {
      return none("There is no map of transformations: " + e.problems().get(0) + ".");
    }
  }

  private static Outcome none(String why) {
    return new Outcome(Optional.empty(), why);
  }

  private static PointMap draw(
      PairNetwork network, VersionSampler sampler, List<PlacedStep> steps, ImageSet images) {
    int width = network.transformationWidth().orElseThrow();
    int batches = Math.max(1, MOST_POINTS / BATCH_SIZE / steps.size());
    float[] rows = new float[steps.size() * batches * BATCH_SIZE * width];
    List<Point> points = new ArrayList<>();
    for (int type = 0; type < steps.size(); type++) {
      PlacedStep step = steps.get(type);
      for (int batch = 0; batch < batches; batch++) {
        int first = points.size();
        long[] keys = new long[BATCH_SIZE];
        byte[] pixels = new byte[BATCH_SIZE * images.imageBytes()];
        for (int i = 0; i < BATCH_SIZE; i++) {
          keys[i] = (long) first + i;
          images.read((first + i) % images.size(), pixels, i * images.imageBytes());
        }
        ParameterTable drawn = sampler.draw(keys, VersionSampler.always(List.of(step)));
        float[] made = network.transformations(pixels, drawn);
        System.arraycopy(made, 0, rows, first * width, made.length);
        for (int i = 0; i < BATCH_SIZE; i++) {
          Map<String, Float> parameters = drawn.row(1, i, step);
          points.add(
              new Point(
                  type, parameters, String.join(", ", ParameterCaption.lines(step, parameters))));
        }
      }
    }
    PrincipalComponents principal =
        PrincipalComponents.of(
            new LabelledFeatures(rows, width, new int[points.size()]).normalized().values(),
            points.size(),
            width,
            Math.min(width, ImagePictures.COMPONENTS));
    return PointMap.of(
        "transformation-map",
        "Map of transformations",
        ImagePictures.description(
            points.size()
                + " transformations, each between an image and the image changed by one step of the"
                + " pipeline",
            principal),
        principal,
        points.stream().map(Point::label).toList(),
        colorings(steps, points),
        null);
  }

  /** By the type of the transformation, then by the intensity of each of its parameters. */
  private static List<PointMap.Coloring> colorings(List<PlacedStep> steps, List<Point> points) {
    List<PointMap.Coloring> colorings = new ArrayList<>();
    List<@Nullable Double> types = new ArrayList<>();
    points.forEach(point -> types.add((double) point.type()));
    List<String> names = new ArrayList<>();
    for (PlacedStep step : steps) {
      names.add(name(steps, step));
    }
    colorings.add(new PointMap.Coloring("type", names, types, ""));
    for (int type = 0; type < steps.size(); type++) {
      for (Column column : steps.get(type).spec().columns()) {
        if (column.kind() == Column.Kind.CONTINUOUS) {
          colorings.add(intensity(names.get(type), type, column, points));
        }
      }
    }
    return colorings;
  }

  private static PointMap.Coloring intensity(
      String name, int type, Column column, List<Point> points) {
    List<@Nullable Double> values = new ArrayList<>();
    for (Point point : points) {
      values.add(
          point.type() == type
              ? (double) point.parameters().getOrDefault(column.name(), 0f)
              : null);
    }
    return new PointMap.Coloring(name + ", " + column.name(), List.of(), values, column.unit());
  }

  /**
   * Returns the name of a step's transformation, with the place if there are several of one name.
   */
  private static String name(List<PlacedStep> steps, PlacedStep step) {
    String id = step.step().id();
    String name = id.substring(id.indexOf(':') + 1);
    boolean alone = steps.stream().filter(other -> other.step().id().equals(id)).count() == 1;
    return alone ? name : name + " (step " + (step.index() + 1) + ")";
  }
}
