package io.equivar.core.binding;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A single value that replaces one of the file: {@code training.epochs=5}, {@code
 * pipeline[1].color-jitter.hue=0.2}. Keys that are not there are added; elements of lists have to
 * be there. Where the file has a bare name ({@code base: simclr}), settings may be given as if it
 * had {@code base: {simclr: {}}}.
 */
public final class SettingOverride {

  private static final Pattern FORM = Pattern.compile("([^=]+)=(.*)", Pattern.DOTALL);
  private static final Pattern STEP =
      Pattern.compile("(?:^|\\.)(?<key>[^.\\[\\]]+)|\\[(?<index>\\d{1,6})\\]");

  /** More than any configuration nests. */
  private static final int MAX_STEPS = 50;

  private final String label;
  private final List<Step> steps;
  private final Node value;

  private SettingOverride(String label, List<Step> steps, Node value) {
    this.label = label;
    this.steps = steps;
    this.value = value;
  }

  private sealed interface Step {}

  private record Key(String name) implements Step {}

  private record Index(int number) implements Step {}

  /**
   * Reads {@code key=value}, the value as it would stand in the file.
   *
   * @throws ConfigurationException if it has another form
   */
  public static SettingOverride parse(String text) {
    Matcher form = FORM.matcher(text);
    String label = "--set " + text;
    if (!form.matches()) {
      throw refused(label, "must have the form key=value, such as training.epochs=5");
    }
    List<Step> steps = steps(form.group(1).strip(), label);
    if (steps.size() > MAX_STEPS) {
      throw refused("--set", "must have a key of at most " + MAX_STEPS + " parts");
    }
    return new SettingOverride(label, steps, YamlReader.parse(form.group(2), label));
  }

  /**
   * Makes an override.
   *
   * @param path such as {@code training.epochs}
   * @throws ConfigurationException if the path has another form
   */
  public static SettingOverride of(String path, Node value) {
    return new SettingOverride(path, steps(path, path), value);
  }

  private static List<Step> steps(String path, String label) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int end = 0;
    while (end < path.length() && matcher.find() && matcher.start() == end) {
      String key = matcher.group("key");
      steps.add(key == null ? new Index(Integer.parseInt(matcher.group("index"))) : new Key(key));
      end = matcher.end();
    }
    if (steps.isEmpty() || end < path.length() || steps.get(0) instanceof Index) {
      throw refused(label, "must start with a key such as pipeline[1].color-jitter.hue");
    }
    return steps;
  }

  /**
   * Returns {@code root} with this value in it.
   *
   * @throws ConfigurationException if there is no place for it
   */
  public Node apply(Node root) {
    return replace(root, 0);
  }

  private Node replace(Node current, int at) {
    if (at == steps.size()) {
      return value;
    }
    if (steps.get(at) instanceof Index index) {
      if (!(current instanceof Node.Sequence sequence)
          || index.number() >= sequence.elements().size()) {
        throw refused(label, "names an element that is not there: " + place(at + 1));
      }
      List<Node> elements = new ArrayList<>(sequence.elements());
      elements.set(index.number(), replace(elements.get(index.number()), at + 1));
      return new Node.Sequence(elements);
    }
    Node.Mapping mapping = asMapping(current, at);
    String key = ((Key) steps.get(at)).name();
    Node inner = mapping.entries().getOrDefault(key, new Node.Null());
    return mapping.with(key, replace(inner, at + 1));
  }

  private Node.Mapping asMapping(Node node, int at) {
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    if (node instanceof Node.Null) {
      return Node.Mapping.EMPTY;
    }
    if (node instanceof Node.Scalar scalar && scalar.value() instanceof String name) {
      return Node.Mapping.of(name, Node.Mapping.EMPTY);
    }
    throw refused(
        label, "names a setting of " + place(at) + ", which has none: it is " + node.show());
  }

  private String place(int end) {
    StringBuilder place = new StringBuilder();
    for (Step step : steps.subList(0, end)) {
      if (step instanceof Key key) {
        place.append(place.isEmpty() ? "" : ".").append(key.name());
      } else if (step instanceof Index index) {
        place.append('[').append(index.number()).append(']');
      }
    }
    return place.toString();
  }

  private static ConfigurationException refused(String label, String rule) {
    return new ConfigurationException(new Problem(label, rule, "", ""));
  }
}
