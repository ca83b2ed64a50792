package io.equivar.api.graph;

import io.equivar.api.Spi;
import java.util.Arrays;
import org.tensorflow.ndarray.Shape;

/** Describes a variable to make: name, shape, initial value, and how it is trained. Immutable. */
@Spi(Spi.Role.VALUE)
public final class VariableSpec {

  private final String name;
  private final Shape shape;
  private final Initializer initializer;
  private final boolean trainable;
  private final boolean weightDecay;

  private VariableSpec(
      String name, Shape shape, Initializer initializer, boolean trainable, boolean weightDecay) {
    this.name = name;
    this.shape = shape;
    this.initializer = initializer;
    this.trainable = trainable;
    this.weightDecay = weightDecay;
  }

  /**
   * Describes weights that are trained and subject to weight decay.
   *
   * @param name within the scope, letters, digits, {@code _} and dots
   * @param shape the sizes of all axes
   * @throws IllegalArgumentException if a size is not positive
   */
  public static VariableSpec trained(String name, Initializer initializer, long... shape) {
    return new VariableSpec(name, checked(name, shape), initializer, true, true);
  }

  /**
   * Describes state that no gradient trains: running statistics, a queue.
   *
   * @param name within the scope, letters, digits, {@code _} and dots
   * @param shape the sizes of all axes
   * @throws IllegalArgumentException if a size is not positive
   */
  public static VariableSpec state(String name, Initializer initializer, long... shape) {
    return new VariableSpec(name, checked(name, shape), initializer, false, false);
  }

  /** Returns this description without weight decay. */
  public VariableSpec withoutWeightDecay() {
    return new VariableSpec(name, shape, initializer, trainable, false);
  }

  /** Returns the name within the scope. */
  public String name() {
    return name;
  }

  /** Returns the shape, all of it known. */
  public Shape shape() {
    return shape;
  }

  /** Returns what makes the initial value. */
  public Initializer initializer() {
    return initializer;
  }

  /** Returns whether gradients train the variable. */
  public boolean trainable() {
    return trainable;
  }

  /** Returns whether the optimiser's weight decay applies. */
  public boolean weightDecay() {
    return weightDecay;
  }

  private static Shape checked(String name, long[] shape) {
    if (Arrays.stream(shape).anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "variable " + name + " must have positive sizes, got " + Arrays.toString(shape));
    }
    return Shape.of(shape);
  }
}
