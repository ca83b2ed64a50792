package io.equivar.core.config;

import io.equivar.api.factory.Factory;
import io.equivar.core.binding.RecordBinder;
import io.equivar.core.binding.RecordSchema;
import io.equivar.core.binding.SettingDescription;
import io.equivar.core.plugin.FactoryIndex;
import io.equivar.core.plugin.InstalledFactory;
import io.equivar.core.plugin.PluginCatalog;
import java.util.ArrayList;
import java.util.List;

/** Every key that the configuration of a run may have, as the records and the plugins say. */
public final class ConfigurationReference {

  /**
   * Keys that stand together.
   *
   * @param key under which they stand, such as {@code data.folder}; empty at the top
   * @param description a sentence without a full stop
   * @param settings their keys, relative to {@code key}; may be none
   */
  public record Section(String key, String description, List<SettingDescription> settings) {

    /** Keeps a copy. */
    public Section {
      settings = List.copyOf(settings);
    }
  }

  private final PluginCatalog catalog;

  /**
   * Makes a reference.
   *
   * @param catalog the plugins to list
   */
  public ConfigurationReference(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  /** Returns all sections, in the order of a file. */
  public List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("", "What a configuration consists of", ownSettings(RunConfig.class)));
    sections.addAll(alternatives("data", DataConfig.class));
    sections.add(
        new Section(
            "pipeline[]",
            "What may stand beside the name of a step",
            RecordSchema.describe(StepPlacement.class)));
    sections.add(
        new Section(
            "pipeline[]." + ChoiceStep.KEY + "[]",
            "A step that applies one of several; what may also stand beside the name of each",
            RecordSchema.describe(StepWeight.class)));
    sections.add(
        new Section(
            "pipeline[]." + SequenceStep.KEY + "[]",
            "A step that applies several, one after the other, or none of them",
            List.of()));
    sections.addAll(offered("pipeline[]", catalog.transformations()));
    sections.addAll(alternatives("backbone", BackboneConfig.class));
    sections.addAll(offered("base", catalog.baseModels()));
    sections.addAll(offered("objective", catalog.objectives()));
    sections.add(
        new Section(
            "training",
            "How long and with what to train",
            RecordSchema.describe(TrainingConfig.class)));
    sections.addAll(alternatives("training.optimizer", OptimizerConfig.class));
    return sections;
  }

  /** The settings of a record without those of the records in it, which have their own sections. */
  private static List<SettingDescription> ownSettings(Class<? extends Record> type) {
    return RecordSchema.describe(type).stream()
        .filter(setting -> !setting.key().contains("."))
        .toList();
  }

  private static List<Section> alternatives(String key, Class<?> choice) {
    List<Section> sections = new ArrayList<>();
    for (Class<?> alternative : choice.getPermittedSubclasses()) {
      String name = RecordBinder.alternativeName(alternative);
      sections.add(
          new Section(
              key + "." + name,
              RecordBinder.alternativeDescription(alternative),
              RecordSchema.describe(alternative.asSubclass(Record.class))));
    }
    return sections;
  }

  private static <F extends Factory<?>> List<Section> offered(String key, FactoryIndex<F> index) {
    List<Section> sections = new ArrayList<>();
    for (InstalledFactory<F> offered : index.all()) {
      sections.add(
          new Section(
              key + "." + offered.id(),
              offered.description(),
              RecordSchema.describe(offered.factory().configType())));
    }
    return sections;
  }
}
