package io.equivar.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.equivar.core.config.RunConfig;
import io.equivar.core.evaluate.KnnReport;
import io.equivar.core.files.WholeFile;
import io.equivar.core.plugin.PluginCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.TensorFlow;

/**
 * What a run came to and what it was made with, for {@code summary.json}.
 *
 * @param seed of the run
 * @param precision of the arithmetic
 * @param java version of Java
 * @param tensorflow version of TensorFlow
 * @param cores of the machine
 * @param plugins that were installed
 * @param trainingImages number of images trained on
 * @param training what came of the training
 * @param evaluation what came of the evaluation, if there was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunSummary(
    long seed,
    String precision,
    String java,
    String tensorflow,
    int cores,
    List<PluginRecord> plugins,
    int trainingImages,
    TrainingResult training,
    @Nullable KnnReport evaluation) {

  /** Makes the summary of a run on this machine. */
  public static RunSummary of(
      RunConfig config,
      PluginCatalog plugins,
      int trainingImages,
      TrainingResult training,
      Optional<KnnReport> evaluation) {
    return new RunSummary(
        config.seed(),
        config.training().precision().name(),
        Runtime.version().toString(),
        TensorFlow.version(),
        Runtime.getRuntime().availableProcessors(),
        plugins.plugins().stream().map(PluginRecord::of).toList(),
        trainingImages,
        training,
        evaluation.orElse(null));
  }

  /**
   * Writes the summary as JSON.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Path file) {
    try {
      WholeFile.write(
          file,
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
