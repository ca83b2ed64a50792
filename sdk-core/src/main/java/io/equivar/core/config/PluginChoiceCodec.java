package io.equivar.core.config;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.factory.Factory;
import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.transformation.StepFactory;
import io.equivar.core.binding.Codec;
import io.equivar.core.binding.Named;
import io.equivar.core.binding.Node;
import io.equivar.core.binding.Problems;
import io.equivar.core.binding.RecordBinder;
import io.equivar.core.plugin.FactoryIndex;
import io.equivar.core.plugin.InstalledFactory;
import io.equivar.core.plugin.PluginCatalog;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads {@code {simclr: {temperature: 0.2}}} or {@code simclr}; writes full ids. */
final class PluginChoiceCodec implements Codec<PluginChoice<?>> {

  private final PluginCatalog catalog;
  private final RecordBinder settings = new RecordBinder();

  PluginChoiceCodec(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public @Nullable PluginChoice<?> read(Node node, Type type, Problems problems) {
    return read(index(type), node, problems);
  }

  /** Reads a transformation of either kind. */
  @Nullable PluginChoice<StepFactory<?>> readStep(Node node, Problems problems) {
    return read(catalog.transformations(), node, problems);
  }

  @Override
  public Node write(PluginChoice<?> choice) {
    return new Named(choice.id(), settings.write(choice.settings())).toNode();
  }

  private <F extends Factory<?>> @Nullable PluginChoice<F> read(
      FactoryIndex<F> index, Node node, Problems problems) {
    Named named = Named.of(node, index.kind().label(), problems);
    if (named == null) {
      return null;
    }
    InstalledFactory<F> offered;
    try {
      offered = index.get(named.name());
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
      return null;
    }
    Record bound =
        settings.bind(offered.factory().configType(), named.settings(), problems.at(named.name()));
    return bound == null ? null : new PluginChoice<>(offered, bound);
  }

  private FactoryIndex<?> index(Type type) {
    Type kind = ((ParameterizedType) type).getActualTypeArguments()[0];
    Type raw = kind instanceof ParameterizedType factory ? factory.getRawType() : kind;
    if (raw == StepFactory.class) {
      return catalog.transformations();
    }
    return raw == BaseModelFactory.class ? catalog.baseModels() : catalog.objectives();
  }
}
