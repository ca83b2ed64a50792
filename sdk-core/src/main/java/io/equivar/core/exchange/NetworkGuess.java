package io.equivar.core.exchange;

import io.equivar.api.config.Settings;
import io.equivar.core.backbone.ResNetSpec;
import java.util.Map;
import java.util.Optional;

/** Says of which network the tensors of a file seem to be, for messages. */
final class NetworkGuess {

  private static final String FIRST = "conv1.weight";
  private static final int STANDARD_KERNEL = 7;

  private NetworkGuess() {}

  /** Returns what to do about tensors that do not fit a network, as a sentence; may be empty. */
  static String nextStep(Map<String, TensorHeader> tensors, ResNetSpec spec) {
    TensorHeader first = tensors.get(FIRST);
    if (first == null) {
      return prefix(tensors)
          .map(prefix -> "Take '" + prefix + "' off the names in the file")
          .orElse("");
    }
    if (first.shape().size() != 4) {
      return "";
    }
    String depth = depth(tensors);
    if (depth.isEmpty()) {
      return "The file seems to be of a network that Equivar does not build: it builds ResNet-18"
          + " and ResNet-50";
    }
    String stem = first.shape().get(2) == STANDARD_KERNEL ? "standard" : "small";
    String seems = setting(depth, stem, first.shape().get(0));
    return seems.equals(
            setting(
                Settings.key(spec.depth().name()), Settings.key(spec.stem().name()), spec.width()))
        ? ""
        : "The file seems to be of " + seems;
  }

  private static String setting(String depth, String stem, long width) {
    return "%s: {stem: %s, width: %d}".formatted(depth, stem, width);
  }

  private static String depth(Map<String, TensorHeader> tensors) {
    if (tensors.containsKey("layer1.0.conv3.weight")) {
      boolean deeper = tensors.containsKey("layer3.6.conv1.weight");
      return !deeper && tensors.containsKey("layer3.5.conv1.weight") ? "resnet-50" : "";
    }
    return tensors.containsKey("layer1.2.conv1.weight") ? "" : "resnet-18";
  }

  private static Optional<String> prefix(Map<String, TensorHeader> tensors) {
    return tensors.keySet().stream()
        .filter(name -> name.endsWith("." + FIRST))
        .map(name -> name.substring(0, name.length() - FIRST.length()))
        .filter(prefix -> tensors.containsKey(prefix + "layer1.0." + FIRST))
        .findFirst();
  }
}
