package io.equivar.core.run;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.SampledTransformation;
import io.equivar.core.config.ChoiceStep;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.SequenceStep;
import io.equivar.core.config.StepConfig;
import io.equivar.core.config.TransformationStep;
import io.equivar.core.pipeline.Gate;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PipelineStep;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a pipeline of its configuration: groups are taken apart into their transformations, each
 * behind the gates of the groups that it is in. For one pipeline; not thread-safe.
 */
final class PipelineAssembly {

  private final ImageShape input;
  private final List<PipelineStep> assembled = new ArrayList<>();
  private ImageShape shape;
  private int groups;

  PipelineAssembly(ImageShape input) {
    this.input = input;
    this.shape = input;
  }

  Pipeline assemble(List<StepConfig> steps) {
    for (int i = 0; i < steps.size(); i++) {
      add(steps.get(i), RunConfig.stepLocation(i), List.of());
    }
    return Pipeline.of(input, assembled);
  }

  private void add(StepConfig step, String location, List<Gate> gates) {
    if (step instanceof ChoiceStep choice) {
      addChoice(choice, location, gates);
    } else if (step instanceof SequenceStep sequence) {
      addSequence(sequence, location, gates);
    } else {
      addTransformation((TransformationStep) step, location, gates);
    }
  }

  private void addChoice(ChoiceStep choice, String location, List<Gate> gates) {
    int group = groups++;
    List<Double> weights =
        choice.alternatives().stream().map(ChoiceStep.WeightedStep::weight).toList();
    for (int i = 0; i < weights.size(); i++) {
      Gate gate = new Gate(group, choice.share(), choice.probability(), weights, i);
      add(
          choice.alternatives().get(i).step(),
          member(location, ChoiceStep.KEY, i),
          with(gates, gate));
    }
  }

  private void addSequence(SequenceStep sequence, String location, List<Gate> gates) {
    Gate gate = new Gate(groups++, sequence.share(), sequence.probability(), List.of(1.0), 0);
    for (int i = 0; i < sequence.steps().size(); i++) {
      add(sequence.steps().get(i), member(location, SequenceStep.KEY, i), with(gates, gate));
    }
  }

  private void addTransformation(TransformationStep step, String outer, List<Gate> gates) {
    String location = step.transformation().location(outer);
    SampledTransformation transformation =
        PluginCreation.transformation(step.transformation(), new Components.Place(location, shape));
    assembled.add(
        new PipelineStep(
            transformation,
            step.transformation().id(),
            location,
            step.share(),
            step.probability(),
            gates));
    shape = transformation.outputShape(shape);
  }

  private static String member(String location, String key, int index) {
    return location + "." + key + "[" + index + "]";
  }

  private static List<Gate> with(List<Gate> gates, Gate gate) {
    List<Gate> longer = new ArrayList<>(gates);
    longer.add(gate);
    return longer;
  }
}
