package io.equivar.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.backbone.ResNet;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.files.NewOutput;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.Precision;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Weights in torchvision's layout make the features here that they make in PyTorch: padding, batch
 * normalisation, pooling and the order of axes agree. What PyTorch computes is in {@code
 * torchvision-features.json}, made by the script beside it.
 */
class TorchvisionFeaturesTest {

  private static final float TOLERANCE = 1e-5f;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> featuresAreThoseOfPyTorch() throws IOException {
    try (InputStream json = getClass().getResourceAsStream("torchvision-features.json")) {
      JsonNode cases = new ObjectMapper().readTree(json);
      assertThat(cases).hasSize(3);
      return StreamSupport.stream(cases.spliterator(), false)
          .map(
              testCase ->
                  DynamicTest.dynamicTest(
                      testCase.get("depth").textValue() + " " + testCase.get("stem").textValue(),
                      () -> check(testCase)));
    }
  }

  private void check(JsonNode testCase) throws IOException, InterruptedException {
    ResNetSpec spec =
        new ResNetSpec(
            testCase.get("depth").textValue().equals("resnet-18")
                ? ResNetSpec.Depth.RESNET_18
                : ResNetSpec.Depth.RESNET_50,
            testCase.get("stem").textValue().equals("small")
                ? ResNetSpec.Stem.SMALL
                : ResNetSpec.Stem.STANDARD,
            testCase.get("width").intValue(),
            false);
    Path file =
        FormulaWeights.write(
            folder.resolve(spec.depth() + ".safetensors"), FormulaWeights.of(spec));
    List<String> notices = new ArrayList<>();
    BackboneWeights weights = WeightsReader.read(file, spec, notices::add);
    assertThat(notices).singleElement().asString().endsWith("has no classifier: fc.bias");

    ImageShape shape =
        new ImageShape(testCase.get("height").intValue(), testCase.get("columns").intValue());
    Shape batch = Shape.of(2, shape.height(), shape.width(), 3);
    byte[] images = FormulaWeights.images(Math.toIntExact(batch.size()));
    float[] floats = new float[images.length];
    for (int i = 0; i < images.length; i++) {
      floats[i] = (images[i] & 0xff) / 255f;
    }
    float[] expected = expected(testCase.get("features"));

    assertThat(features(weights, batch, floats)).containsExactly(expected, within(TOLERANCE));

    Path model = folder.resolve(spec.depth() + "-" + spec.stem());
    new BackboneExport(Pipeline.of(shape, List.of()), weights, 3, Map.of("format", "pt"))
        .write(ExportFormat.SAVED_MODEL, new NewOutput(model, false));
    try (SavedModelBundle loaded = SavedModelBundle.load(model.toString());
        TUint8 bytes = TUint8.tensorOf(batch, DataBuffers.of(images));
        TFloat32 normalized = TFloat32.tensorOf(batch, DataBuffers.of(floats));
        Result ofBytes = loaded.function("serving_default").call(Map.of("images", bytes));
        Result ofFloats = loaded.function("normalized").call(Map.of("images", normalized))) {
      assertThat(GraphSession.floats(ofBytes.get("representations").orElseThrow()))
          .containsExactly(expected, within(TOLERANCE));
      assertThat(GraphSession.floats(ofFloats.get("representations").orElseThrow()))
          .containsExactly(expected, within(TOLERANCE));
    }
  }

  /** Computes with variables that start from the weights, as a training does. */
  private static float[] features(BackboneWeights weights, Shape batch, float[] floats) {
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      Placeholder<TFloat32> images =
          graph.tf().placeholder(TFloat32.class, Placeholder.shape(batch));
      Operand<TFloat32> features = ResNet.make(graph.context(), weights.spec()).apply(images);
      try (GraphSession session = new GraphSession(graph, new SessionOptions(Precision.FP32, 1));
          TFloat32 fed = TFloat32.tensorOf(batch, DataBuffers.of(floats))) {
        session.initialize(1, weights.values());
        try (Result result = session.runner().feed(images, fed).fetch(features).run()) {
          return GraphSession.floats(result.get(0));
        }
      }
    }
  }

  private static float[] expected(JsonNode rows) {
    List<Float> values = new ArrayList<>();
    rows.forEach(row -> row.forEach(value -> values.add(value.floatValue())));
    float[] flat = new float[values.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = values.get(i);
    }
    return flat;
  }
}
