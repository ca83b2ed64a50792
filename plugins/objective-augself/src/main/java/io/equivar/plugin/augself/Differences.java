package io.equivar.plugin.augself;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.learning.Views;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

/**
 * How the transformations of both views differ, as the authors' code has it: the rows of the first
 * view less the second, followed by those of the second less the first.
 */
final class Differences {

  private static final String CROP = "random-resized-crop";
  private static final String COLOR = "color-jitter";
  private static final String FLIP = "horizontal-flip";

  private final Ops tf;
  private final Views views;

  private Differences(Ops tf, Views views) {
    this.tf = tf;
    this.views = views;
  }

  static Differences of(Ops tf, Views views) {
    return new Differences(tf, views);
  }

  /** Returns {@code [2 batchSize, 4]}: vertical centre, horizontal centre, height, width. */
  Operand<TFloat32> crop() {
    ViewStep step = required(CROP, "crop");
    Optional<ViewStep> flip = find(FLIP, "crop");
    Crop first = crop(step.first());
    Crop second = crop(step.second());
    return rows(
        cropDifference(first, second, flip.map(ViewStep::firstApplied)),
        cropDifference(second, first, flip.map(ViewStep::secondApplied)));
  }

  /** Returns {@code [2 batchSize, 4]}: brightness, contrast, saturation, hue. */
  Operand<TFloat32> color() {
    ViewStep step = required(COLOR, "color");
    List<Operand<TFloat32>> columns = new ArrayList<>();
    for (String name : List.of("brightness", "contrast", "saturation", "hue")) {
      columns.add(
          tf.math.sub(
              strength(step, name, step.first(), step.firstApplied()),
              strength(step, name, step.second(), step.secondApplied())));
    }
    Operand<TFloat32> forth = tf.stack(columns, Stack.axis(1L));
    return rows(forth, tf.math.neg(forth));
  }

  /** Returns {@code [2 batchSize, 1]}: 1 where both views were flipped or neither, else 0. */
  Operand<TFloat32> flippedAlike() {
    ViewStep step = required(FLIP, "flip");
    Operand<TFloat32> alike =
        tf.math.sub(
            tf.constant(1f), tf.math.squaredDifference(step.firstApplied(), step.secondApplied()));
    Operand<TFloat32> column = tf.expandDims(alike, tf.constant(1));
    return rows(column, column);
  }

  /** Where a view was cut out, each {@code [batchSize]}. */
  private record Crop(
      Operand<TFloat32> centreY,
      Operand<TFloat32> centreX,
      Operand<TFloat32> height,
      Operand<TFloat32> width) {}

  private Crop crop(Parameters parameters) {
    Operand<TFloat32> height = parameters.column("height");
    Operand<TFloat32> width = parameters.column("width");
    return new Crop(
        middle(parameters.column("top"), height),
        middle(parameters.column("left"), width),
        height,
        width);
  }

  private Operand<TFloat32> middle(Operand<TFloat32> start, Operand<TFloat32> length) {
    return tf.math.add(start, tf.math.mul(length, tf.constant(0.5f)));
  }

  private Operand<TFloat32> cropDifference(
      Crop first, Crop second, Optional<Operand<TFloat32>> mirrored) {
    Operand<TFloat32> across = tf.math.sub(first.centreX(), second.centreX());
    Operand<TFloat32> seen =
        mirrored
            .<Operand<TFloat32>>map(
                coin ->
                    tf.math.mul(
                        across, tf.math.sub(tf.constant(1f), tf.math.mul(coin, tf.constant(2f)))))
            .orElse(across);
    return tf.stack(
        List.of(
            tf.math.sub(first.centreY(), second.centreY()),
            seen,
            tf.math.sub(first.height(), second.height()),
            tf.math.sub(first.width(), second.width())),
        Stack.axis(1L));
  }

  /** Returns how much a view was changed in one respect, as a part of the range; 0 for not. */
  private Operand<TFloat32> strength(
      ViewStep step, String name, Parameters parameters, Operand<TFloat32> applied) {
    Column column =
        step.spec().columns().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ConfigurationException(lacks(step, name)));
    double range = column.max() - column.min();
    if (range == 0) {
      return tf.zerosLike(applied);
    }
    float neutral = name.equals("hue") ? 0 : 1;
    Operand<TFloat32> change =
        tf.math.mul(
            tf.math.sub(parameters.column(name), tf.constant(neutral)),
            tf.constant((float) (1 / range)));
    return tf.math.mul(change, applied);
  }

  private static Problem lacks(ViewStep step, String column) {
    return new Problem(
        step.location(),
        "must have a parameter " + column + ", because the objective augself predicts it",
        step.transformation() + " without it",
        "Set weights.color of the objective to 0");
  }

  private ViewStep required(String name, String weight) {
    return find(name, weight).orElseThrow(() -> new ConfigurationException(missing(name, weight)));
  }

  private static Problem missing(String name, String weight) {
    return new Problem(
        "pipeline",
        "must have a step " + name + ", because the objective augself predicts it",
        "none",
        "Add the step, or set weights." + weight + " of the objective to 0");
  }

  private Optional<ViewStep> find(String name, String weight) {
    List<ViewStep> found =
        views.steps().stream()
            .filter(
                step -> {
                  String id = step.transformation();
                  return id.substring(id.indexOf(':') + 1).equals(name);
                })
            .toList();
    if (found.size() > 1) {
      throw new ConfigurationException(
          new Problem(
              "pipeline",
              "must have one step " + name + ", because the objective augself predicts it",
              String.join(" and ", found.stream().map(ViewStep::location).toList()),
              "Keep one, or set weights." + weight + " of the objective to 0"));
    }
    return found.stream().findFirst();
  }

  private Operand<TFloat32> rows(Operand<TFloat32> above, Operand<TFloat32> below) {
    return tf.concat(List.of(above, below), tf.constant(0));
  }
}
