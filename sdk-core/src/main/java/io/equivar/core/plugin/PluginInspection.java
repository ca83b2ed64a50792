package io.equivar.core.plugin;

import io.equivar.api.factory.Factory;
import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.api.transformation.PixelTransformationFactory;
import io.equivar.api.transformation.StepFactory;
import io.equivar.api.transformation.TransformationFactory;
import io.equivar.core.binding.RecordSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Creates one plugin and asks it for everything, trusting no answer. */
final class PluginInspection {

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final PluginArchive archive;
  private final ServiceLoader.Provider<EquivarPlugin> provider;
  private final Refusals refusals;

  PluginInspection(
      PluginArchive archive, ServiceLoader.Provider<EquivarPlugin> provider, Refusals refusals) {
    this.archive = archive;
    this.provider = provider;
    this.refusals = refusals;
  }

  /**
   * Inspects the plugin.
   *
   * @return empty if anything about it was refused
   */
  Optional<OfferedFactories> inspect() {
    int refusalsBefore = refusals.count();
    Optional<OfferedFactories> offered = create().flatMap(this::askAll);
    return refusals.count() == refusalsBefore ? offered : Optional.empty();
  }

  private Optional<EquivarPlugin> create() {
    try {
      return Optional.of(provider.get());
    } catch (ServiceConfigurationError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      refusals.add(
          place("the constructor"), "must not fail", cause, Refusals.ASK_AUTHOR_WITH_TRACE);
      return Optional.empty();
    }
  }

  private Optional<OfferedFactories> askAll(EquivarPlugin plugin) {
    return ask("namespace()", plugin::namespace)
        .map(
            namespace -> {
              checkName("namespace()", namespace);
              InstalledPlugin installed = installed(namespace);
              return new OfferedFactories(
                  installed,
                  steps(installed, plugin),
                  factories(installed, "baseModels()", plugin::baseModels),
                  factories(installed, "objectives()", plugin::objectives));
            });
  }

  /** A pipeline names both kinds alike, so they are one list with one set of names. */
  private List<InstalledFactory<StepFactory<?>>> steps(
      InstalledPlugin installed, EquivarPlugin plugin) {
    List<InstalledFactory<TransformationFactory<?>>> onDevice =
        factories(installed, "transformations()", plugin::transformations);
    List<InstalledFactory<PixelTransformationFactory<?>>> onHost =
        factories(installed, "pixelTransformations()", plugin::pixelTransformations);
    Set<String> names =
        onDevice.stream()
            .map(InstalledFactory::name)
            .collect(Collectors.toCollection(HashSet::new));
    onHost.stream()
        .map(InstalledFactory::name)
        .filter(names::contains)
        .forEach(
            name ->
                refusals.add(
                    place("pixelTransformations()"),
                    "must not offer a name that transformations() offers",
                    name,
                    Refusals.ASK_AUTHOR));
    return Stream.concat(
            onDevice.stream().map(PluginInspection::step),
            onHost.stream().map(PluginInspection::step))
        .toList();
  }

  private static InstalledFactory<StepFactory<?>> step(
      InstalledFactory<? extends StepFactory<?>> offered) {
    return new InstalledFactory<>(
        offered.name(), offered.description(), offered.factory(), offered.plugin());
  }

  private <F extends Factory<?>> List<InstalledFactory<F>> factories(
      InstalledPlugin installed, String method, Supplier<List<F>> question) {
    List<F> answers =
        ask(method, question)
            .flatMap(list -> ask(method, () -> Collections.unmodifiableList(new ArrayList<>(list))))
            .orElse(List.of());
    List<InstalledFactory<F>> factories = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < answers.size(); i++) {
      int index = i;
      String element = method + "[" + i + "]";
      ask(element, () -> answers.get(index))
          .flatMap(factory -> factory(installed, element, factory))
          .ifPresent(
              factory -> {
                if (!names.add(factory.name())) {
                  refusals.add(
                      place(method),
                      "must offer each name once",
                      "several " + factory.name(),
                      Refusals.ASK_AUTHOR);
                }
                factories.add(factory);
              });
    }
    return factories;
  }

  private <F extends Factory<?>> Optional<InstalledFactory<F>> factory(
      InstalledPlugin installed, String element, F factory) {
    Optional<String> name = ask(element + ".name()", factory::name);
    name.ifPresent(text -> checkName(element + ".name()", text));
    Optional<String> description = ask(element + ".description()", factory::description);
    ask(element + ".configType()", factory::configType)
        .flatMap(type -> ask(type.getName(), () -> RecordSchema.check(type)))
        .ifPresent(problems -> refusals.addAll(place(element + ".configType()"), problems));
    return name.flatMap(
        text -> description.map(words -> new InstalledFactory<F>(text, words, factory, installed)));
  }

  private <T> Optional<T> ask(String method, Supplier<? extends T> question) {
    try {
      T answer = question.get();
      if (answer == null) {
        refusals.add(place(method), "must not be null", "", Refusals.ASK_AUTHOR);
      }
      return Optional.ofNullable(answer);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      refusals.add(place(method), "must not fail", e, Refusals.ASK_AUTHOR_WITH_TRACE);
      return Optional.empty();
    }
  }

  private void checkName(String method, String name) {
    if (!KEBAB_CASE.matcher(name).matches()) {
      refusals.add(
          place(method),
          "must be in kebab case, such as color-jitter",
          "'" + name + "'",
          Refusals.ASK_AUTHOR);
    }
  }

  private InstalledPlugin installed(String namespace) {
    return new InstalledPlugin(
        namespace,
        provider.type().getName(),
        archive.location(),
        archive.sha256(),
        archive.version(),
        archive.spiVersion());
  }

  private String place(String method) {
    return installed("").describe() + ": " + method;
  }
}
