package io.equivar.core.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.files.NewOutput;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PipelineStep;
import io.equivar.core.pipeline.PlacedStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a trained backbone for other programs.
 *
 * @param pipeline the run's
 * @param weights of the backbone
 * @param batches on how many batches it was trained
 * @param metadata what else is to be known, text by key
 */
public record BackboneExport(
    Pipeline pipeline, BackboneWeights weights, long batches, Map<String, String> metadata) {

  /** Keeps a copy of the metadata, in the order of the keys. */
  public BackboneExport {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
  }

  /**
   * Refuses what cannot be written, before any work is done.
   *
   * @throws ConfigurationException if there is something at the target that may not be replaced
   */
  public static void requireFree(ExportFormat format, NewOutput output) {
    output.requireFree(format.isFolder());
  }

  /**
   * Writes the backbone, whole or not at all.
   *
   * @throws ConfigurationException if there is something at the target that may not be replaced, or
   *     a SavedModel is wanted of a pipeline whose images are prepared by Java code
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(ExportFormat format, NewOutput output) throws InterruptedException {
    switch (format) {
      case SAVED_MODEL -> {
        requireGraph();
        SavedModelWriter writer = new SavedModelWriter(pipeline, weights);
        output.folder(folder -> writer.write(folder, json()));
      }
      case SAFETENSORS -> {
        List<OutgoingTensor> tensors = OutgoingTensor.of(weights, batches);
        output.file(out -> SafetensorsWriter.write(out, tensors, metadata));
      }
      case NPZ -> {
        List<OutgoingTensor> tensors = OutgoingTensor.of(weights, batches);
        output.file(
            out -> {
              try (NpzWriter archive = new NpzWriter(out)) {
                archive.comment(new String(json(), StandardCharsets.UTF_8));
                for (OutgoingTensor tensor : tensors) {
                  archive.array(tensor);
                }
              }
            });
      }
    }
  }

  private void requireGraph() {
    List<PlacedStep> onHost = pipeline.deterministic().hostSteps();
    if (!onHost.isEmpty()) {
      throw new ConfigurationException(
          new Problem(
              "--format",
              "can be saved-model only if images are prepared in the graph alone",
              onHost.stream()
                  .map(PlacedStep::step)
                  .map(PipelineStep::location)
                  .collect(Collectors.joining(", ", "Java code in, or after, ", "")),
              "Export safetensors, and prepare the images as the run does"));
    }
  }

  private byte[] json() throws IOException {
    return new ObjectMapper()
        .writer(SerializationFeature.INDENT_OUTPUT)
        .writeValueAsBytes(metadata);
  }
}
