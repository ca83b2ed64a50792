package io.equivar.api.learning;

import io.equivar.api.Spi;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What an {@linkplain Objective#transformations objective} has learned of transformations, beside
 * the encoder: for the evaluation and for pictures, never for training. With the representations
 * {@code y1} and {@code y2} of the first and the second view, all of it goes from the first view to
 * the second:
 *
 * <pre>{@code
 * T12 = f_T([y1; y2])      the transformation's representation                 [batchSize, k]
 * y2^ = phi(.) y1          what the second view's representation would be      [batchSize, w]
 * }</pre>
 *
 * <p>An objective may have learned either, both or nothing. Immutable.
 */
@Spi(Spi.Role.VALUE)
public final class LearnedTransformations {

  private static final LearnedTransformations NONE = new LearnedTransformations(null, null);

  private final @Nullable Operand<TFloat32> representations;
  private final @Nullable Prediction prediction;

  /**
   * A prediction of the second view from the first, beside what it is to be like.
   *
   * @param predicted {@code phi(.) y1}, {@code float32 [batchSize, w]}
   * @param actual {@code y2}, {@code float32 [batchSize, w]}, or that part of it, or that image of
   *     it under a head, which {@code phi} predicts
   */
  @Spi(Spi.Role.VALUE)
  public record Prediction(Operand<TFloat32> predicted, Operand<TFloat32> actual) {

    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if they are not matrices of one known width
     */
    public Prediction {
      if (width(predicted) != width(actual)) {
        throw new IllegalArgumentException(
            "what is predicted and what is there must have one width, got shapes "
                + predicted.shape()
                + " and "
                + actual.shape());
      }
    }
  }

  private LearnedTransformations(
      @Nullable Operand<TFloat32> representations, @Nullable Prediction prediction) {
    this.representations = representations;
    this.prediction = prediction;
  }

  /** Returns that nothing was learned of transformations. */
  public static LearnedTransformations none() {
    return NONE;
  }

  /**
   * Adds representations of the transformations.
   *
   * @param newRepresentations {@code T12}, {@code float32 [batchSize, k]}, {@code k} known
   * @throws IllegalArgumentException if they are not a matrix of known width
   */
  public LearnedTransformations withRepresentations(Operand<TFloat32> newRepresentations) {
    width(newRepresentations);
    return new LearnedTransformations(newRepresentations, prediction);
  }

  /**
   * Adds predictions of the second view from the first.
   *
   * @param predicted {@code phi(.) y1}, {@code float32 [batchSize, w]}, {@code w} known
   * @param actual what it is to be like, {@code float32 [batchSize, w]}
   * @throws IllegalArgumentException if they are not matrices of one known width
   */
  public LearnedTransformations withPrediction(
      Operand<TFloat32> predicted, Operand<TFloat32> actual) {
    return new LearnedTransformations(representations, new Prediction(predicted, actual));
  }

  /**
   * Returns the representations of what was done to every image between its first view and its
   * second, {@code float32 [batchSize, k]}; empty for objectives that take labels, or none, for
   * them.
   */
  public Optional<Operand<TFloat32>> representations() {
    return Optional.ofNullable(representations);
  }

  /** Returns the predictions of the second view; empty for objectives without {@code phi}. */
  public Optional<Prediction> prediction() {
    return Optional.ofNullable(prediction);
  }

  private static long width(Operand<TFloat32> rows) {
    if (rows.shape().numDimensions() != 2 || rows.shape().get(1) < 1) {
      throw new IllegalArgumentException(
          "what is learned of transformations must be a matrix of known width, got shape "
              + rows.shape());
    }
    return rows.shape().get(1);
  }
}
