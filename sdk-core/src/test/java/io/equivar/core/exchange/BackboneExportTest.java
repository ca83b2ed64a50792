package io.equivar.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.DrawnRow;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.PixelImage;
import io.equivar.api.transformation.PixelTransformation;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.files.NewOutput;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PipelineStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackboneExportTest {

  @TempDir private Path folder;

  @Test
  void javaCodeIsNotPartOfASavedModel() {
    PipelineStep step = new PipelineStep(new Same(), "test:same", "pipeline[0]", Sharing.IMAGE, 1);
    BackboneWeights none =
        new BackboneWeights(
            new ResNetSpec(ResNetSpec.Depth.RESNET_18, ResNetSpec.Stem.SMALL, 1, false), Map.of());
    BackboneExport export =
        new BackboneExport(
            Pipeline.of(ImageShape.square(8), List.of(step)), none, 0, Map.of("format", "pt"));

    assertThatThrownBy(
            () ->
                export.write(
                    ExportFormat.SAVED_MODEL, new NewOutput(folder.resolve("model"), false)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "--format can be saved-model only if images are prepared in the graph alone, got Java"
                + " code in, or after, pipeline[0]. Export safetensors, and prepare the images as"
                + " the run does");
    assertThat(folder).isEmptyDirectory();
  }

  /** Leaves images as they are. */
  private record Same() implements PixelTransformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.none();
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      // Nothing is drawn.
    }

    @Override
    public PixelImage apply(PixelImage image, DrawnRow row) {
      return image;
    }
  }
}
