package io.equivar.core.config;

import io.equivar.api.config.Problem;
import io.equivar.core.binding.Codec;
import io.equivar.core.binding.Node;
import io.equivar.core.binding.Problems;
import io.equivar.core.binding.RecordBinder;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {color-jitter: {hue: 0.1}, share: pair}} as the record {@code {transformation:
 * {color-jitter: {hue: 0.1}}, share: pair}}.
 */
final class StepConfigCodec implements Codec<StepConfig> {

  private static final String TRANSFORMATION = "transformation";
  private static final Set<String> BESIDE = Set.of("share", "probability");

  private final RecordBinder binder;

  StepConfigCodec(PluginChoiceCodec choices) {
    this.binder = new RecordBinder(Map.of(PluginChoice.class, choices));
  }

  @Override
  public @Nullable StepConfig read(Node node, Type type, Problems problems) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (node instanceof Node.Mapping mapping) {
      Map<String, Node> choice = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach((key, value) -> (BESIDE.contains(key) ? fields : choice).put(key, value));
      if (choice.size() > 1) {
        problems.add(
            "must name one transformation",
            String.join(" and ", choice.keySet()),
            "Beside its name there may be share and probability");
        return null;
      }
      fields.put(TRANSFORMATION, new Node.Mapping(choice));
    } else {
      fields.put(TRANSFORMATION, node);
    }
    Problems inside = new Problems();
    StepConfig step = binder.bind(StepConfig.class, new Node.Mapping(fields), inside);
    problems.addAll(inside.all().stream().map(StepConfigCodec::asWritten).toList());
    return step;
  }

  @Override
  public Node write(StepConfig step) {
    Map<String, Node> written = new LinkedHashMap<>();
    ((Node.Mapping) binder.write(step))
        .entries()
        .forEach(
            (key, value) -> {
              if (key.equals(TRANSFORMATION)) {
                written.putAll(((Node.Mapping) value).entries());
              } else {
                written.put(key, value);
              }
            });
    return new Node.Mapping(written);
  }

  /** The user wrote no key {@code transformation}. */
  private static Problem asWritten(Problem problem) {
    for (String prefix : List.of(TRANSFORMATION + ".", TRANSFORMATION)) {
      if (problem.key().startsWith(prefix)) {
        return new Problem(
            problem.key().substring(prefix.length()),
            problem.rule(),
            problem.got(),
            problem.nextStep());
      }
    }
    return problem;
  }
}
