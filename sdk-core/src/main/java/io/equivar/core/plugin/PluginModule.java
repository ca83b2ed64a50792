package io.equivar.core.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import io.equivar.api.factory.Factory;
import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.transformation.StepFactory;

/**
 * Binds what the installed plugins offer, with Guice's strict rules switched on for the whole
 * injector: explicit bindings, {@code @Inject} on constructors, exact binding annotations, no
 * circular proxies.
 *
 * <p>{@link PluginCatalog} is what the core's own services inject: it answers with the message for
 * a user who misspelt a name. For applications that embed the SDK and know the ids they want, the
 * same factories are bound by id:
 *
 * <ul>
 *   <li>{@code Map<String, StepFactory<?>>}
 *   <li>{@code Map<String, BaseModelFactory<?>>}
 *   <li>{@code Map<String, ObjectiveFactory<?>>}
 * </ul>
 *
 * An application may add to a map with a {@code MapBinder} of its own; should it take an id that a
 * plugin has, Guice's message names the plugin.
 */
public final class PluginModule extends AbstractModule {

  private final PluginCatalog catalog;

  /** Makes the module of the plugins that were loaded. */
  public PluginModule(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireAtInjectOnConstructors();
    binder().requireExactBindingAnnotations();
    binder().disableCircularProxies();
    bind(PluginCatalog.class).toInstance(catalog);
    bindAll(new TypeLiteral<StepFactory<?>>() {}, catalog.transformations());
    bindAll(new TypeLiteral<BaseModelFactory<?>>() {}, catalog.baseModels());
    bindAll(new TypeLiteral<ObjectiveFactory<?>>() {}, catalog.objectives());
  }

  private <F extends Factory<?>> void bindAll(TypeLiteral<F> type, FactoryIndex<F> factories) {
    TypeLiteral<String> id = TypeLiteral.get(String.class);
    // A map without entries is to be there too.
    MapBinder.newMapBinder(binder(), id, type);
    for (InstalledFactory<F> factory : factories.all()) {
      Binder plugin = binder().withSource(factory.plugin().describe());
      MapBinder.newMapBinder(plugin, id, type)
          .addBinding(factory.id())
          .toInstance(factory.factory());
    }
  }
}
