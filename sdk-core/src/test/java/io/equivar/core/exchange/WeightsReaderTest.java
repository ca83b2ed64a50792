package io.equivar.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.files.NewOutput;
import io.equivar.core.pipeline.Pipeline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsReaderTest {

  private static final ResNetSpec SMALL =
      new ResNetSpec(ResNetSpec.Depth.RESNET_18, ResNetSpec.Stem.SMALL, 1, false);

  @TempDir private Path folder;

  private final Map<String, OutgoingTensor> tensors = FormulaWeights.of(SMALL);

  @Test
  void readsWhatIsWritten() throws IOException, InterruptedException {
    BackboneWeights weights = read(SMALL);
    BackboneExport export = new BackboneExport(noSteps(), weights, 12, Map.of("key", "value"));
    for (ExportFormat format : List.of(ExportFormat.SAFETENSORS, ExportFormat.NPZ)) {
      Path file = folder.resolve("again." + format);
      export.write(format, new NewOutput(file, false));

      BackboneWeights again = WeightsReader.read(file, SMALL, notice -> {});
      assertThat(again.values().keySet()).isEqualTo(weights.values().keySet());
      again
          .values()
          .forEach((name, values) -> assertThat(values).isEqualTo(weights.values().get(name)));
      try (TensorFile written = TensorFile.open(file)) {
        assertThat(written.tensors().keySet())
            .contains("bn1.num_batches_tracked", "layer4.0.downsample.1.num_batches_tracked")
            .hasSize(120);
        assertThat(written.tensors().get("layer2.0.conv1.weight").shape())
            .containsExactly(2L, 1L, 3L, 3L);
      }
    }
  }

  @Test
  void missingTensorsAreNamed() throws IOException {
    tensors.remove("layer3.1.conv2.weight");
    tensors.remove("bn1.running_var");
    assertRefused(
        SMALL,
        "must hold all tensors of a resnet-18 of width 1 with a small stem, got none named"
            + " bn1.running_var, layer3.1.conv2.weight");
  }

  @Test
  void unknownTensorsAreNamed() throws IOException {
    add(FormulaWeights.tensor("head.weight", List.of(1L), 1));
    add(FormulaWeights.tensor("bn9.num_batches_tracked", List.of(), 1));
    add(FormulaWeights.tensor("bn1.num_batches_tracked", List.of(), 1));
    assertRefused(
        SMALL,
        "must hold no other tensors than those of a resnet-18 of width 1 with a small stem, got"
            + " bn9.num_batches_tracked, head.weight");
  }

  @Test
  void shapesAndTypesAreChecked() throws IOException {
    add(FormulaWeights.tensor("bn1.bias", List.of(2L), 1, 2));
    tensors.put(
        "bn1.weight",
        new OutgoingTensor(
            new TensorHeader("bn1.weight", ElementType.I32, List.of(1L)), ByteBuffer.allocate(4)));
    assertRefused(
        SMALL,
        "got bn1.weight of type I32 in place of F32, F16, BF16 or F64, bn1.bias of shape [2] in"
            + " place of [1]");
  }

  @Test
  void theNetworkOfTheFileIsGuessed() throws IOException {
    assertRefused(
        new ResNetSpec(ResNetSpec.Depth.RESNET_50, ResNetSpec.Stem.STANDARD, 64, false),
        "The file seems to be of resnet-18: {stem: small, width: 1}");
    Map<String, OutgoingTensor> prefixed = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) ->
            prefixed.put(
                name,
                new OutgoingTensor(
                    new TensorHeader(
                        "module." + name, tensor.header().type(), tensor.header().shape()),
                    tensor.data())));
    tensors.clear();
    tensors.putAll(prefixed);
    assertRefused(SMALL, "Take 'module.' off the names in the file");
  }

  @Test
  void otherNetworksAreNotGuessed() throws IOException {
    add(FormulaWeights.tensor("layer1.2.conv1.weight", List.of(1L, 1L, 3L, 3L), new float[9]));
    assertRefused(SMALL, "The file seems to be of a network that Equivar does not build");
  }

  @Test
  void valuesAreChecked() throws IOException {
    add(FormulaWeights.tensor("bn1.bias", List.of(1L), Float.NaN));
    assertRefused(SMALL, "must hold finite numbers of 32 bits, got NaN in bn1.bias");
    add(FormulaWeights.tensor("bn1.bias", List.of(1L), 0));
    add(FormulaWeights.tensor("bn1.running_var", List.of(1L), -0.5f));
    assertRefused(
        SMALL, "must hold variances, finite and not negative, got -0.5 in bn1.running_var");
  }

  private static Pipeline noSteps() {
    return Pipeline.of(ImageShape.square(8), List.of());
  }

  private void add(OutgoingTensor tensor) {
    tensors.put(tensor.header().name(), tensor);
  }

  private BackboneWeights read(ResNetSpec spec) throws IOException {
    Path file = FormulaWeights.write(folder.resolve("w.safetensors"), tensors);
    return WeightsReader.read(file, spec, notice -> {});
  }

  private void assertRefused(ResNetSpec spec, String problem) {
    assertThatThrownBy(() -> read(spec))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(folder.resolve("w.safetensors") + " must hold ")
        .hasMessageContaining(problem);
  }
}
