package io.equivar.core.config;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Settings;
import io.equivar.api.transformation.Sharing;
import io.equivar.api.transformation.StepFactory;
import io.equivar.core.binding.Codec;
import io.equivar.core.binding.Node;
import io.equivar.core.binding.Problems;
import io.equivar.core.binding.RecordBinder;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {color-jitter: {hue: 0.1}, share: pair}}, and groups: {@code {choice: [...]}} and
 * {@code {sequence: [...]}}, whose steps share what the group shares unless they say otherwise.
 */
final class StepConfigCodec implements Codec<StepConfig> {

  private static final String SHARE = "share";
  private static final String WEIGHT = "weight";
  private static final Set<String> BESIDE = Set.of(SHARE, "probability");

  private final PluginChoiceCodec choices;
  private final RecordBinder binder = new RecordBinder();

  StepConfigCodec(PluginChoiceCodec choices) {
    this.choices = choices;
  }

  @Override
  public @Nullable StepConfig read(Node node, Type type, Problems problems) {
    return read(node, Sharing.IMAGE, "share and probability", problems);
  }

  private @Nullable StepConfig read(
      Node node, Sharing groupSharing, String beside, Problems problems) {
    Node named = node;
    Map<String, Node> placing = new LinkedHashMap<>();
    placing.put(SHARE, new Node.Scalar(Settings.key(groupSharing.name())));
    if (node instanceof Node.Mapping mapping) {
      Map<String, Node> names = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach((key, value) -> (BESIDE.contains(key) ? placing : names).put(key, value));
      if (names.size() > 1) {
        problems.add(
            "must name one transformation",
            String.join(" and ", names.keySet()),
            "Beside its name there may be " + beside);
        return null;
      }
      named = new Node.Mapping(names);
    }
    // Problems are told in the order in which the step reads: what it is, then where it goes.
    Problems ofPlacement = new Problems();
    StepPlacement placement =
        binder.bind(StepPlacement.class, new Node.Mapping(placing), ofPlacement);
    StepConfig step = step(named, placement, problems);
    problems.addAll(ofPlacement.all());
    return step;
  }

  private @Nullable StepConfig step(
      Node named, @Nullable StepPlacement placement, Problems problems) {
    if (named instanceof Node.Mapping mapping) {
      Node choice = mapping.entries().get(ChoiceStep.KEY);
      Node sequence = mapping.entries().get(SequenceStep.KEY);
      if (choice != null) {
        return choice(choice, placement, problems);
      }
      if (sequence != null) {
        return sequence(sequence, placement, problems);
      }
    }
    PluginChoice<StepFactory<?>> transformation = choices.readStep(named, problems);
    return placement == null || transformation == null
        ? null
        : new TransformationStep(transformation, placement.share(), placement.probability());
  }

  private @Nullable StepConfig sequence(
      Node node, @Nullable StepPlacement placement, Problems problems) {
    List<StepConfig> steps = new ArrayList<>();
    Problems inside = problems.at(SequenceStep.KEY);
    List<Node> elements = elements(node, inside);
    for (int i = 0; i < elements.size(); i++) {
      StepConfig step =
          read(elements.get(i), sharing(placement), "share and probability", inside.at(i));
      if (step != null) {
        steps.add(step);
      }
    }
    return placement == null || steps.size() < elements.size() || elements.isEmpty()
        ? null
        : made(() -> new SequenceStep(steps, placement.share(), placement.probability()), problems);
  }

  private @Nullable StepConfig choice(
      Node node, @Nullable StepPlacement placement, Problems problems) {
    List<ChoiceStep.WeightedStep> alternatives = new ArrayList<>();
    Problems inside = problems.at(ChoiceStep.KEY);
    List<Node> elements = elements(node, inside);
    for (int i = 0; i < elements.size(); i++) {
      ChoiceStep.WeightedStep alternative =
          alternative(elements.get(i), sharing(placement), inside.at(i));
      if (alternative != null) {
        alternatives.add(alternative);
      }
    }
    return placement == null || alternatives.size() < elements.size() || elements.isEmpty()
        ? null
        : made(
            () -> new ChoiceStep(alternatives, placement.share(), placement.probability()),
            problems);
  }

  private ChoiceStep.@Nullable WeightedStep alternative(
      Node node, Sharing sharing, Problems problems) {
    Map<String, Node> step = new LinkedHashMap<>();
    Map<String, Node> weighing = new LinkedHashMap<>();
    if (node instanceof Node.Mapping mapping) {
      mapping
          .entries()
          .forEach((key, value) -> (key.equals(WEIGHT) ? weighing : step).put(key, value));
    }
    StepConfig chosen =
        read(
            node instanceof Node.Mapping ? new Node.Mapping(step) : node,
            sharing,
            "share, probability and weight",
            problems);
    StepWeight weight = binder.bind(StepWeight.class, new Node.Mapping(weighing), problems);
    return weight == null || chosen == null
        ? null
        : new ChoiceStep.WeightedStep(chosen, weight.weight());
  }

  private static Sharing sharing(@Nullable StepPlacement placement) {
    return placement == null ? Sharing.IMAGE : placement.share();
  }

  private static List<Node> elements(Node node, Problems problems) {
    List<Node> elements = node instanceof Node.Sequence sequence ? sequence.elements() : List.of();
    if (elements.isEmpty()) {
      problems.add(
          "must be a list of at least one step",
          node instanceof Node.Sequence ? "an empty list" : node.show());
    }
    return elements;
  }

  private static @Nullable StepConfig made(Supplier<StepConfig> group, Problems problems) {
    try {
      return group.get();
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  @Override
  public Node write(StepConfig step) {
    Node.Mapping named;
    if (step instanceof ChoiceStep choice) {
      named =
          Node.Mapping.of(
              ChoiceStep.KEY,
              new Node.Sequence(
                  choice.alternatives().stream()
                      .map(
                          alternative ->
                              (Node)
                                  ((Node.Mapping) write(alternative.step()))
                                      .with(WEIGHT, new Node.Scalar(alternative.weight())))
                      .toList()));
    } else if (step instanceof SequenceStep sequence) {
      named =
          Node.Mapping.of(
              SequenceStep.KEY,
              new Node.Sequence(sequence.steps().stream().map(this::write).toList()));
    } else {
      named = (Node.Mapping) choices.write(((TransformationStep) step).transformation());
    }
    Map<String, Node> written = new LinkedHashMap<>(named.entries());
    written.putAll(
        ((Node.Mapping) binder.write(new StepPlacement(step.share(), step.probability())))
            .entries());
    return new Node.Mapping(written);
  }
}
