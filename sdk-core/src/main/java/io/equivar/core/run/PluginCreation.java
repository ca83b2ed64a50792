package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.transformation.SampledTransformation;
import io.equivar.api.transformation.StepFactory;
import io.equivar.core.config.PluginChoice;
import java.util.function.Supplier;

/** Has plugins create what a configuration names, and says whose fault it is when that fails. */
final class PluginCreation {

  private PluginCreation() {}

  static SampledTransformation transformation(
      PluginChoice<StepFactory<?>> choice, CreationContext context) {
    return guarded(
        choice, context, () -> create(choice.offered().factory(), choice.settings(), context));
  }

  static BaseModel base(PluginChoice<BaseModelFactory<?>> choice, CreationContext context) {
    return guarded(
        choice, context, () -> create(choice.offered().factory(), choice.settings(), context));
  }

  static Objective objective(PluginChoice<ObjectiveFactory<?>> choice, CreationContext context) {
    return guarded(
        choice, context, () -> create(choice.offered().factory(), choice.settings(), context));
  }

  private static <C extends Record> SampledTransformation create(
      StepFactory<C> factory, Record settings, CreationContext context) {
    return factory.create(factory.configType().cast(settings), context);
  }

  private static <C extends Record> BaseModel create(
      BaseModelFactory<C> factory, Record settings, CreationContext context) {
    return factory.create(factory.configType().cast(settings), context);
  }

  private static <C extends Record> Objective create(
      ObjectiveFactory<C> factory, Record settings, CreationContext context) {
    return factory.create(factory.configType().cast(settings), context);
  }

  private static <T> T guarded(
      PluginChoice<?> choice, CreationContext context, Supplier<T> creation) {
    try {
      return creation.get();
    } catch (ConfigurationException e) {
      throw new ConfigurationException(
          e.problems().stream().map(problem -> problem.within(context.location())).toList());
    } catch (RuntimeException | LinkageError e) {
      ConfigurationException failure =
          new ConfigurationException(
              new Problem(
                  context.location(),
                  "cannot be created by " + choice.offered().plugin().describe(),
                  e.toString(),
                  "Report this to the plugin's author; --debug shows where it failed"));
      failure.initCause(e);
      throw failure;
    }
  }
}
