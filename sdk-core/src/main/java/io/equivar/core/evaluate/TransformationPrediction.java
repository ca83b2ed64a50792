package io.equivar.core.evaluate;

import io.equivar.api.transformation.Column;
import io.equivar.core.data.ImageSet;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.VersionSampler;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Transformation prediction (the paper's table 5): what was done to an image is read, by linear
 * maps, off its representation and that of its version, one behind the other. The maps are fitted
 * to pairs of training images and measured on pairs of test images, one pair of each image.
 *
 * <p>Parameters: all steps with a label and parameters apply at once, and their parameters, scaled
 * to [0, 1], are found by {@linkplain RidgeRegression ridge regression}. Type: one step alone
 * applies, each to as many images, and {@linkplain LinearProbe softmax regression} says which.
 *
 * @param images number of images of each part at most, at least 2
 * @param regression finds the parameters
 * @param probe finds the type
 * @param seed of the draw of images and versions
 */
public record TransformationPrediction(
    int images, RidgeRegression regression, LinearProbe probe, long seed) {

  /** The usual number of images of each part. */
  public static final int IMAGES = 5000;

  /** The number of images that a network must compute at once. */
  public static final int BATCH_SIZE = 64;

  private static final int LARGEST_EXPONENT = 3;
  private static final double VALIDATION_SHARE = 0.2;

  /** Keeps the draws for the type apart from those for the parameters. */
  private static final long TYPE_KEYS = 1L << 40;

  private static final long TRAINING_KEYS = 0;
  private static final long TEST_KEYS = 1L << 32;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is less than 2
   */
  public TransformationPrediction {
    if (images < 2) {
      throw new IllegalArgumentException("there are at least 2 images, got " + images);
    }
  }

  /** Returns the usual settings; for the type, penalties of 1e3, 1e2... 1e-3. */
  public static TransformationPrediction standard(long seed) {
    List<Double> weights =
        IntStream.rangeClosed(-LARGEST_EXPONENT, LARGEST_EXPONENT)
            .mapToObj(exponent -> Math.pow(10, -exponent))
            .toList();
    return new TransformationPrediction(
        IMAGES,
        RidgeRegression.standard(seed),
        new LinearProbe(weights, VALIDATION_SHARE, Accuracy.TOP_1, seed),
        seed);
  }

  /**
   * What a network comes to.
   *
   * @param errors mean squared error of each step's parameters, then of all of them; empty if there
   *     are none
   * @param types accuracy of the type, in [0, 1]; null if there are fewer than two
   */
  public record Outcome(List<Double> errors, @Nullable Double types) {

    /** Keeps a copy. */
    public Outcome {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Measures a network.
   *
   * @param network of {@link #BATCH_SIZE} and this pipeline
   * @param pipeline {@linkplain Pipeline#skippable() skippable}
   */
  public Outcome measure(PairNetwork network, Pipeline pipeline, ImageSet training, ImageSet test) {
    PredictedSteps steps = PredictedSteps.of(pipeline);
    List<Double> errors = List.of();
    if (!steps.parameters().isEmpty()) {
      VersionBatches fitted = together(pipeline, steps, training, TRAINING_KEYS);
      VersionBatches measured = together(pipeline, steps, test, TEST_KEYS);
      List<double[][]> predictions =
          regression.predict(fitted.pairs(network), steps.targets(fitted), measured.pairs(network));
      errors = PredictedSteps.errors(predictions, steps.targets(measured));
    }
    Double types = null;
    if (steps.types().size() > 1) {
      VersionBatches fitted = alone(pipeline, steps, training, TRAINING_KEYS);
      VersionBatches measured = alone(pipeline, steps, test, TEST_KEYS);
      types =
          probe
              .evaluate(
                  fitted.pairs(network).labelled(types(steps, fitted, TRAINING_KEYS)),
                  measured.pairs(network).labelled(types(steps, measured, TEST_KEYS)))
              .test();
    }
    return new Outcome(errors, types);
  }

  /** Returns what always guessing the mean, and the most frequent type, comes to. */
  public Outcome baseline(Pipeline pipeline, ImageSet training, ImageSet test) {
    PredictedSteps steps = PredictedSteps.of(pipeline);
    List<Double> errors = List.of();
    if (!steps.parameters().isEmpty()) {
      VersionBatches fitted = together(pipeline, steps, training, TRAINING_KEYS);
      List<double[][]> targets = steps.targets(together(pipeline, steps, test, TEST_KEYS));
      List<double[][]> guesses =
          steps.targets(fitted).stream()
              .map(known -> always(RidgeRegression.means(known), targets.get(0).length))
              .toList();
      errors = PredictedSteps.errors(guesses, targets);
    }
    Double types = null;
    if (steps.types().size() > 1) {
      int[] known = types(steps, alone(pipeline, steps, training, TRAINING_KEYS), TRAINING_KEYS);
      int[] asked = types(steps, alone(pipeline, steps, test, TEST_KEYS), TEST_KEYS);
      int[] guesses = new int[asked.length];
      Arrays.fill(guesses, mostFrequent(known, steps.types().size()));
      types = Accuracy.TOP_1.of(guesses, asked);
    }
    return new Outcome(errors, types);
  }

  /** Returns the names of the steps whose parameters are predicted. */
  public List<String> predictedSteps(Pipeline pipeline) {
    return PredictedSteps.names(PredictedSteps.of(pipeline).predicted());
  }

  /** Returns the names of the parameters that are predicted, step by step. */
  public List<List<String>> predictedColumns(Pipeline pipeline) {
    return PredictedSteps.of(pipeline).parameters().stream()
        .map(scale -> scale.columns().stream().map(Column::name).toList())
        .toList();
  }

  /** Returns the names of the types that are told apart. */
  public List<String> types(Pipeline pipeline) {
    return PredictedSteps.names(PredictedSteps.of(pipeline).types());
  }

  private VersionBatches together(
      Pipeline pipeline, PredictedSteps steps, ImageSet set, long firstKey) {
    return draw(pipeline, VersionSampler.always(steps.predicted()), set, firstKey);
  }

  private VersionBatches alone(
      Pipeline pipeline, PredictedSteps steps, ImageSet set, long firstKey) {
    return draw(
        pipeline,
        (step, key) -> step.equals(steps.type(key - TYPE_KEYS)),
        set,
        TYPE_KEYS + firstKey);
  }

  private VersionBatches draw(
      Pipeline pipeline, VersionSampler.Choice choice, ImageSet set, long firstKey) {
    return VersionBatches.draw(
        new VersionSampler(pipeline, seed),
        choice,
        set,
        ChosenImages.of(set, images, seed),
        firstKey,
        BATCH_SIZE);
  }

  private static int[] types(PredictedSteps steps, VersionBatches versions, long firstKey) {
    return LongStream.range(firstKey, firstKey + versions.size())
        .mapToInt(key -> steps.types().indexOf(steps.type(key)))
        .toArray();
  }

  private static double[][] always(double[] guess, int times) {
    double[][] guesses = new double[times][];
    Arrays.fill(guesses, guess);
    return guesses;
  }

  private static int mostFrequent(int[] types, int count) {
    int[] counts = new int[count];
    Arrays.stream(types).forEach(type -> counts[type]++);
    int best = 0;
    for (int type = 1; type < count; type++) {
      best = counts[type] > counts[best] ? type : best;
    }
    return best;
  }
}
