package io.equivar.core.application;

import com.google.inject.AbstractModule;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.data.DataOpener;
import io.equivar.core.detect.DetectionEvaluation;
import io.equivar.core.plugin.PluginCatalog;
import io.equivar.core.run.Components;
import io.equivar.core.run.Demonstration;
import io.equivar.core.run.EncoderExport;
import io.equivar.core.run.EncoderTraining;
import io.equivar.core.run.Evaluation;
import io.equivar.core.run.Experiment;
import io.equivar.core.run.PipelineCost;
import io.equivar.core.run.PreviewJob;
import io.equivar.core.run.Reports;
import io.equivar.core.run.TrainingJob;
import io.equivar.core.run.Workloads;

/** Wires the core's services. */
final class CoreModule extends AbstractModule {

  private final CacheFolder cache;

  CoreModule(CacheFolder cache) {
    this.cache = cache;
  }

  @Override
  protected void configure() {
    bind(RunConfigYaml.class);
    bind(CacheFolder.class).toInstance(cache);
    bind(DataOpener.class);
    bind(Components.class);
    bind(TrainingJob.class);
    bind(Evaluation.class);
    bind(DetectionEvaluation.class);
    bind(PipelineCost.class);
    bind(PreviewJob.class);
    bind(Reports.class);
    bind(Workloads.class);
    bind(Experiment.class);
    bind(Demonstration.class);
    bind(EncoderTraining.class);
    bind(EncoderExport.class);
    requireBinding(PluginCatalog.class);
  }
}
