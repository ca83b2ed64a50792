package io.equivar.core.exchange;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.config.Settings;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.backbone.ResNetVariables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tensorflow.ndarray.Shape;

/**
 * Reads the weights of a backbone from a file with the names and layouts of torchvision's ResNets.
 * Counters of batches are not needed; a classifier {@code fc} is left out; anything else that is
 * missing, too much or of another shape is refused by name.
 */
public final class WeightsReader {

  private static final int MOST_NAMED = 4;
  private static final String COUNTER = ".num_batches_tracked";
  private static final String CLASSIFIER = "fc.";
  private static final String VARIANCE = "running_var";

  private final Path path;
  private final ResNetSpec spec;
  private final Map<String, Shape> expected;

  private WeightsReader(Path path, ResNetSpec spec) {
    this.path = path;
    this.spec = spec;
    this.expected = ResNetVariables.of(spec).shapes();
  }

  /**
   * Reads a file.
   *
   * @param spec the network whose weights they are to be
   * @param notices is told, in a line, what was read and what was left out
   * @throws ConfigurationException with all that is wrong with the file
   */
  public static BackboneWeights read(Path file, ResNetSpec spec, Consumer<String> notices) {
    return new WeightsReader(file, spec).read(notices);
  }

  private BackboneWeights read(Consumer<String> notices) {
    try (TensorFile file = TensorFile.open(path)) {
      requireFit(file.tensors());
      Map<String, float[]> values = new LinkedHashMap<>();
      expected.forEach(
          (name, shape) ->
              values.put(
                  name, TorchvisionLayout.fromTorchvision(shape, checked(name, file.read(name)))));
      notices.accept(notice(file.tensors()));
      return new BackboneWeights(spec, values);
    }
  }

  private void requireFit(Map<String, TensorHeader> tensors) {
    List<String> missing =
        expected.keySet().stream().filter(name -> !tensors.containsKey(name)).toList();
    List<String> unknown =
        tensors.keySet().stream().filter(name -> !isKnown(name)).sorted().toList();
    List<String> unfit = new ArrayList<>();
    expected.forEach(
        (name, shape) -> {
          TensorHeader found = tensors.get(name);
          List<Long> wanted = TorchvisionLayout.shape(shape);
          if (found != null && !found.shape().equals(wanted)) {
            unfit.add(name + " of shape " + found.shape() + " in place of " + wanted);
          } else if (found != null && !found.type().isFloating()) {
            unfit.add(name + " of type " + found.type() + " in place of F32, F16, BF16 or F64");
          }
        });
    List<Problem> problems = new ArrayList<>();
    String network = network();
    add(problems, "must hold all tensors of " + network, "none named ", missing);
    add(problems, "must hold tensors that fit " + network, "", unfit);
    add(problems, "must hold no other tensors than those of " + network, "", unknown);
    if (!problems.isEmpty()) {
      Problem last = problems.remove(problems.size() - 1);
      problems.add(
          new Problem(last.key(), last.rule(), last.got(), NetworkGuess.nextStep(tensors, spec)));
      throw new ConfigurationException(problems);
    }
  }

  private void add(List<Problem> problems, String rule, String before, List<String> names) {
    if (!names.isEmpty()) {
      String shown = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
      int more = names.size() - MOST_NAMED;
      problems.add(
          new Problem(
              path.toString(),
              rule,
              before + shown + (more > 0 ? " and " + more + " more" : ""),
              ""));
    }
  }

  private String network() {
    return "a %s of width %d with a %s stem"
        .formatted(
            Settings.key(spec.depth().name()), spec.width(), Settings.key(spec.stem().name()));
  }

  private boolean isKnown(String name) {
    if (name.endsWith(COUNTER)) {
      String norm = name.substring(0, name.length() - COUNTER.length());
      return expected.containsKey(norm + "." + VARIANCE);
    }
    return expected.containsKey(name) || name.startsWith(CLASSIFIER);
  }

  private float[] checked(String name, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value) || (name.endsWith(VARIANCE) && value < 0)) {
        throw FileProblem.of(
            path,
            name.endsWith(VARIANCE)
                ? "must hold variances, finite and not negative"
                : "must hold finite numbers of 32 bits",
            value + " in " + name,
            "");
      }
    }
    return values;
  }

  private String notice(Map<String, TensorHeader> tensors) {
    String left =
        tensors.keySet().stream()
            .filter(name -> name.startsWith(CLASSIFIER))
            .sorted()
            .collect(Collectors.joining(", "));
    return "%d tensors of %s read from %s%s"
        .formatted(
            expected.size(),
            network(),
            path,
            left.isEmpty() ? "" : "; left out, as a backbone has no classifier: " + left);
  }
}
