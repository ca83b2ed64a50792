package io.equivar.core.graph;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageOps;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Layer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import io.equivar.core.image.CoreImageOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tensorflow.op.Ops;

/** A scope of a {@link ModelGraph}. */
final class CoreGraphContext implements GraphContext {

  private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  private final ModelGraph graph;
  private final Ops tf;
  private final String prefix;

  CoreGraphContext(ModelGraph graph, Ops tf, String prefix) {
    this.graph = graph;
    this.tf = tf;
    this.prefix = prefix;
  }

  @Override
  public Ops tf() {
    return tf;
  }

  @Override
  public CoreGraphContext scope(String name) {
    if (!SCOPE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a scope's name has letters, digits, _ and - only, got '" + name + "'");
    }
    return new CoreGraphContext(graph, tf.withSubScope(name), prefix + name + ".");
  }

  @Override
  public Variable variable(VariableSpec spec) {
    return graph.variable(prefix + spec.name(), spec);
  }

  @Override
  public Layer dense(String name, int inputs, int outputs, boolean bias) {
    requirePositive(name, "inputs", inputs);
    requirePositive(name, "outputs", outputs);
    Initializer initializer = Initializer.uniform(1 / Math.sqrt(inputs));
    CoreGraphContext g = scope(name);
    return new DenseLayer(
        tf,
        g.variable(VariableSpec.trained("weight", initializer, outputs, inputs)),
        bias
            ? Optional.of(g.variable(VariableSpec.trained("bias", initializer, outputs)))
            : Optional.empty());
  }

  @Override
  public Layer convolution(String name, int inputs, int outputs, int kernel, int stride) {
    requirePositive(name, "inputs", inputs);
    requirePositive(name, "outputs", outputs);
    requirePositive(name, "stride", stride);
    if (kernel < 1 || kernel % 2 == 0) {
      throw new IllegalArgumentException(
          "convolution " + prefix + name + ": kernel must be odd and positive, got " + kernel);
    }
    Initializer initializer =
        Initializer.normal(Math.sqrt(2.0 / ((double) kernel * kernel * outputs)));
    return new ConvolutionLayer(
        tf,
        scope(name)
            .variable(VariableSpec.trained("weight", initializer, kernel, kernel, inputs, outputs)),
        kernel,
        stride,
        graph.convolutions());
  }

  @Override
  public Layer batchNormalization(String name, int channels) {
    return batchNormalization(name, channels, 1);
  }

  /**
   * Makes a batch normalisation whose scale starts at {@code initialScale}: 0 in the last one of a
   * residual block lets the block start as the identity (Goyal et al. 2017, section 5.1).
   */
  Layer batchNormalization(String name, int channels, float initialScale) {
    requirePositive(name, "channels", channels);
    CoreGraphContext g = scope(name);
    Initializer zero = Initializer.constant(0);
    return new BatchNormalizationLayer(
        tf,
        g.variable(VariableSpec.trained("weight", Initializer.constant(initialScale), channels)),
        g.variable(VariableSpec.trained("bias", zero, channels)),
        g.variable(VariableSpec.state("running_mean", zero, channels)),
        g.variable(VariableSpec.state("running_var", Initializer.constant(1), channels)),
        graph.training());
  }

  @Override
  public Layer perceptron(String name, int inputs, int... widths) {
    if (widths.length == 0) {
      throw new IllegalArgumentException(
          "perceptron " + prefix + name + " needs at least one width");
    }
    CoreGraphContext g = scope(name);
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int i = 0; i < widths.length; i++) {
      int place = 3 * i;
      layers.add(g.dense(Integer.toString(place), width, widths[i], false));
      if (i < widths.length - 1) {
        layers.add(g.batchNormalization(Integer.toString(place + 1), widths[i]));
        layers.add(new ReluLayer(g.tf));
      }
      width = widths[i];
    }
    return Layer.sequence(layers);
  }

  @Override
  public ImageOps images() {
    return new CoreImageOps(tf);
  }

  @Override
  public boolean training() {
    return graph.training();
  }

  private void requirePositive(String name, String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          prefix + name + ": " + what + " must be at least 1, got " + value);
    }
  }
}
