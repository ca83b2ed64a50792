package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.core.backbone.ResNet;
import io.equivar.core.binding.Node;
import io.equivar.core.binding.RecordBinder;
import io.equivar.core.config.RunConfig;
import io.equivar.core.evaluate.PairNetwork;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.plugin.InstalledFactory;
import io.equivar.core.plugin.PluginCatalog;
import java.util.List;
import java.util.Optional;

/** Finds which installed objectives predict the representations of transformed images. */
final class PredictingObjectives {

  private static final int BATCH_SIZE = 4;

  private final PluginCatalog plugins;
  private final Components components;

  PredictingObjectives(PluginCatalog plugins, Components components) {
    this.plugins = plugins;
    this.components = components;
  }

  /** Returns what to do instead, naming the objectives that predict. */
  String advice(RunConfig config, Pipeline pipeline) {
    List<String> names =
        plugins.objectives().all().stream()
            .filter(offered -> predicts(offered, config, pipeline))
            .map(InstalledFactory::name)
            .sorted()
            .toList();
    return names.isEmpty()
        ? "No installed objective predicts them for this pipeline"
        : "Objectives that are, for this pipeline: " + String.join(", ", names);
  }

  /** Asks the objective itself, with its defaults: in a graph that is thrown away. */
  private boolean predicts(
      InstalledFactory<ObjectiveFactory<?>> offered, RunConfig config, Pipeline pipeline) {
    try {
      Objective objective =
          create(offered.factory(), new Components.Place(offered.name(), pipeline.outputShape()));
      try (PairNetwork network =
          new PairNetwork(
              pipeline,
              BATCH_SIZE,
              g -> ResNet.make(g, config.backbone().spec()),
              Optional.of(objective),
              components.sessionOptions(config))) {
        return network.predictionWidth().isPresent();
      }
    } catch (ConfigurationException unsuitable) {
      return false;
    }
  }

  private static <C extends Record> Objective create(
      ObjectiveFactory<C> factory, CreationContext context) {
    return factory.create(
        new RecordBinder().bind(factory.configType(), Node.Mapping.EMPTY), context);
  }
}
