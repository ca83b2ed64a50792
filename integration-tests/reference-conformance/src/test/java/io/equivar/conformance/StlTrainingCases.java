package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.core.backbone.ResNet;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.train.Sgd;
import io.equivar.core.train.TrainingGraph;
import io.equivar.plugin.simclr.SimClr;
import io.equivar.plugin.simclr.SimClrConfig;
import io.equivar.plugin.simclr.SimClrConfig.InputProjector;
import io.equivar.plugin.stl.Stl;
import io.equivar.plugin.stl.StlConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Steps of STL with SimCLR on ResNet-18, through the SDK's own backbone, objective, base method and
 * optimiser.
 */
final class StlTrainingCases implements CaseKind {

  @Override
  public Optional<Comparison> compare(ReferenceCase reference) {
    JsonNode optimizer = reference.json().required("optimizer");
    if (!optimizer.required("name").textValue().equals("sgd")) {
      return Optional.empty();
    }
    JsonNode config = reference.json().required("config");
    ResNetSpec spec =
        new ResNetSpec(
            ResNetSpec.Depth.RESNET_18,
            ResNetSpec.Stem.STANDARD,
            config.required("width").intValue(),
            false);
    Sgd sgd =
        new Sgd(
            optimizer.required("momentum").doubleValue(),
            optimizer.required("weightDecay").doubleValue());
    try (TrainingGraph graph =
        TrainingGraph.build(
            g -> FedViews.of(g, reference.input("x1").channelsLast().shape()),
            g -> ResNet.make(g, spec),
            stl(config),
            simClr(config, spec.representationWidth()),
            sgd)) {
      double learningRate = optimizer.required("lr").doubleValue();
      return Optional.of(new StlTrainingRun(reference, spec, graph).run(learningRate));
    }
  }

  private static Stl stl(JsonNode config) {
    return new Stl(
        new StlConfig(
            widths(config, "transBackbone"),
            new StlConfig.Weights(
                config.required("inv").doubleValue(),
                config.required("equi").doubleValue(),
                config.required("trans").doubleValue())));
  }

  private static SimClr simClr(JsonNode config, int representationWidth) {
    List<Integer> transformationWidths = widths(config, "transBackbone");
    int transformationWidth = transformationWidths.get(transformationWidths.size() - 1);
    return new SimClr(
        new SimClrConfig(
            config.required("temperature").doubleValue(),
            widths(config, "projector"),
            List.of(
                new InputProjector(representationWidth, widths(config, "projector")),
                new InputProjector(transformationWidth, widths(config, "transProjector")))),
        "simclr");
  }

  private static List<Integer> widths(JsonNode config, String name) {
    return Arrays.stream(config.required(name).textValue().split("-"))
        .map(Integer::valueOf)
        .toList();
  }
}
