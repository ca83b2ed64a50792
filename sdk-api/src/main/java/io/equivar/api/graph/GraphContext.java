package io.equivar.api.graph;

import io.equivar.api.Spi;
import org.tensorflow.op.Ops;

/**
 * A place in the graph under construction. Everything that plugins add to the graph is made through
 * a context: operations with {@link #tf()}, state with {@link #variable}, trained layers with
 * {@link #dense} and its siblings. A context belongs to one graph and one thread.
 *
 * <p>Rules for its users:
 *
 * <ul>
 *   <li>Names are unique within a scope; using one twice is refused, so that nothing is shared by
 *       accident. To share a layer, make it once and apply it twice.
 *   <li>No operation with randomness or state of its own ({@code tf.random}, {@code tf.variable}):
 *       a step must repeat from its seed.
 *   <li>Tensors are {@code float32}, images {@code [batch, height, width, 3]}.
 * </ul>
 */
@Spi(Spi.Role.CORE)
public interface GraphContext {

  /** Returns TensorFlow's operations; those made through it lie in this scope. */
  Ops tf();

  /**
   * Returns a context whose variables and operations are named under {@code name}.
   *
   * @param name letters, digits, {@code _} and {@code -}; dots separate levels in the names of
   *     variables and are therefore not allowed
   * @throws IllegalArgumentException if the name is malformed
   */
  GraphContext scope(String name);

  /**
   * Makes a variable, named by this scope and {@code spec}.
   *
   * @throws IllegalArgumentException if this scope has a variable of that name
   */
  Variable variable(VariableSpec spec);

  /**
   * Makes a fully connected layer: {@code y = x W^T (+ b)}, with {@code W} of shape {@code
   * [outputs, inputs]} (variable {@code name.weight}) and {@code b} of shape {@code [outputs]}
   * ({@code name.bias}). It takes {@code [rows, inputs]} and gives {@code [rows, outputs]}.
   * Initialised as PyTorch does: uniform within {@code 1 / sqrt(inputs)}.
   *
   * @param bias whether to add {@code b}
   */
  Layer dense(String name, int inputs, int outputs, boolean bias);

  /**
   * Makes a convolution without bias, weights {@code [kernel, kernel, inputs, outputs]} (variable
   * {@code name.weight}), padded with {@code (kernel - 1) / 2} zeros on every side. It takes {@code
   * [batch, height, width, inputs]} and gives {@code [batch, ceil(height / stride), ceil(width /
   * stride), outputs]}. Initialised normally with variance {@code 2 / (kernel^2 outputs)} (He et
   * al. 2015, fan-out).
   *
   * @param kernel side of the kernel, odd
   * @param stride step, in pixels
   */
  Layer convolution(String name, int inputs, int outputs, int kernel, int stride);

  /**
   * Makes a batch normalisation (Ioffe and Szegedy 2015) over all axes but the last: {@code y =
   * scale (x - mean) / sqrt(variance + 1e-5) + shift}, scale and shift trained and subject to
   * weight decay ({@code name.weight}, {@code name.bias}). While training, mean and variance are
   * the batch's, and each application moves the running statistics ({@code name.running_mean},
   * {@code name.running_var}, unbiased) by a tenth, in the order of application; in evaluation the
   * running statistics are used. It takes and gives {@code [rows, channels]} or {@code [batch,
   * height, width, channels]}.
   */
  Layer batchNormalization(String name, int channels);

  /**
   * Makes a multi-layer perceptron as projectors are: each layer but the last is dense without
   * bias, batch normalisation, ReLU; the last is dense without bias. Its parts are named by their
   * place, counting each of the three: {@code 0.weight}, {@code 1.weight}, {@code 1.bias}, {@code
   * 3.weight}...
   *
   * @param name the scope of its variables
   * @param inputs width of the input
   * @param widths output widths of the dense layers, at least one
   */
  Layer perceptron(String name, int inputs, int... widths);

  /** Returns the image operations that run fast on CPU and GPU alike. */
  ImageOps images();

  /**
   * Returns whether this graph trains. In evaluation, layers use their running statistics and no
   * update is made.
   */
  boolean training();
}
