package io.equivar.core.evaluate;

import io.equivar.core.pipeline.Gate;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PlacedStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a pipeline is predicted.
 *
 * @param parameters the steps whose parameters are: those with a label and parameters to predict
 *     that are no alternative to each other
 * @param types the steps that are told apart: those in which something is random
 */
record PredictedSteps(List<ParameterScale> parameters, List<PlacedStep> types) {

  static PredictedSteps of(Pipeline pipeline) {
    List<PlacedStep> random =
        pipeline.steps().stream().filter(step -> !step.step().isDeterministic()).toList();
    return new PredictedSteps(
        random.stream()
            .filter(step -> step.spec().isLabel())
            .filter(step -> step.step().gates().stream().noneMatch(Gate::isChoice))
            .map(ParameterScale::of)
            .filter(scale -> !scale.columns().isEmpty())
            .toList(),
        random);
  }

  /** Returns the steps whose parameters are predicted. */
  List<PlacedStep> predicted() {
    return parameters.stream().map(ParameterScale::step).toList();
  }

  /** Returns the one step that makes a version: each in its turn. */
  PlacedStep type(long key) {
    return types.get((int) (key % types.size()));
  }

  /** Returns the names of steps: short ones, or their places where two have one. */
  static List<String> names(List<PlacedStep> steps) {
    List<String> names =
        steps.stream()
            .map(step -> step.step().id().substring(step.step().id().indexOf(':') + 1))
            .toList();
    Set<String> different = new HashSet<>(names);
    return different.size() == names.size()
        ? names
        : steps.stream().map(step -> step.step().location()).toList();
  }

  /** Returns the parameters of every version, step by step. */
  List<double[][]> targets(VersionBatches versions) {
    List<double[][]> targets = new ArrayList<>();
    for (ParameterScale scale : parameters) {
      double[][] rows = new double[versions.size()][scale.columns().size()];
      for (int image = 0; image < rows.length; image++) {
        scale.write(versions.table(image), versions.row(image), rows[image], 0);
      }
      targets.add(rows);
    }
    return targets;
  }

  /** Returns the mean squared error of each step's parameters, then of all. */
  static List<Double> errors(List<double[][]> predictions, List<double[][]> targets) {
    List<Double> errors = new ArrayList<>();
    double sum = 0;
    int columns = 0;
    for (int step = 0; step < targets.size(); step++) {
      int width = targets.get(step)[0].length;
      double error = error(predictions.get(step), targets.get(step));
      errors.add(error);
      sum += error * width;
      columns += width;
    }
    errors.add(sum / columns);
    return errors;
  }

  private static double error(double[][] predictions, double[][] targets) {
    double sum = 0;
    for (int row = 0; row < targets.length; row++) {
      for (int j = 0; j < targets[row].length; j++) {
        double error = predictions[row][j] - targets[row][j];
        sum += error * error;
      }
    }
    return sum / ((double) targets.length * targets[0].length);
  }
}
