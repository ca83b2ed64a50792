package io.equivar.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.conformance.CaseResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

/** A check that cannot fail is worth nothing: these make it fail. */
class ConformanceTest {

  private static final String LOSS =
      """
      {"case": "two-rows", "kind": "loss", "loss": "info-nce", "arguments": {"T": 1},
       "inputs": {
         "z1": {"fill": "a", "shape": [2, 1], "scale": 0, "offset": 1},
         "z2": {"fill": "b", "shape": [2, 1], "scale": 0, "offset": 1}},
       "expected": {"loss": %s, "gradients": {"z1": [0, 0], "z2": [0, 0]}},
       "tolerance": {"relative": 1e-6, "absolute": 1e-6}}
      """;

  @TempDir private Path directory;

  @Test
  void passesWhatAgrees() throws IOException {
    // Four equal rows: each finds its positive among three with probability 1/3.
    assertThat(result(LOSS.formatted(Math.log(3))))
        .extracting(CaseResult::status)
        .isEqualTo(Status.PASS);
  }

  @Test
  void failsWhatDiffersAndSaysWhere() throws IOException {
    CaseResult result = result(LOSS.formatted(1.1));
    assertThat(result.status()).isEqualTo(Status.FAIL);
    assertThat(result.toString()).startsWith("FAIL two-rows ").endsWith("of the tolerance (loss)");
  }

  @Test
  void failsAGradientWhereNoneMayFlow() throws IOException {
    String flowing = LOSS.replace("\"scale\": 0, \"offset\": 1", "\"scale\": 1, \"offset\": 0");
    String json = flowing.replace("\"z1\": [0, 0], \"z2\": [0, 0]", "\"z1\": null, \"z2\": null");
    CaseResult result = result(json.replace("[2, 1]", "[2, 3]").formatted(Math.log(3)));
    assertThat(result.status()).isEqualTo(Status.FAIL);
    assertThat(result.toString()).contains("gradient of z");
  }

  @Test
  void failsWhatIsNotJsonOrIncomplete() throws IOException {
    assertThat(result("{").toString()).startsWith("FAIL case.json ");
    assertThat(result("{\"case\": \"empty\"}").toString()).startsWith("FAIL empty ");
    assertThat(result("{\"case\": \"bare\", \"kind\": \"loss\"}").toString())
        .startsWith("FAIL bare ");
  }

  @Test
  void saysWhatIsNotCovered() throws IOException {
    assertThat(result("{\"case\": \"other\", \"kind\": \"unheard-of\"}").toString())
        .isEqualTo("NOT COVERED other unheard-of");
  }

  @Test
  void failsWithoutCases() {
    assertThatThrownBy(() -> ReferenceCase.files(directory))
        .hasMessage("reference.cases: " + directory + " has no *.json");
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> ReferenceCase.files(missing))
        .hasMessage("reference.cases: " + missing + " is not a directory");
  }

  @Test
  void nothingComparedAndNoNumbersAreFailures() {
    assertThat(new Comparison().passes()).isFalse();
    Comparison comparison = new Comparison();
    comparison.check("fine", 1, 1, 0);
    assertThat(comparison.passes()).isTrue();
    comparison.check("no number", Double.NaN, 1, 10);
    comparison.check("fine again", 1, 1.5, 1);
    assertThat(comparison.passes()).isFalse();
    assertThat(comparison.where()).isEqualTo("no number");
  }

  @Test
  void arraysFollowTheFormula() {
    // Computed with Python's zlib and unsigned 32-bit arithmetic.
    float[] values = ReferenceArray.fill("image", 0.5, 0.5, 3).values();
    assertThat(values[0]).isCloseTo(0.62963766f, within(1e-7f));
    assertThat(values[2]).isCloseTo(0.917777f, within(1e-7f));
  }

  @Test
  void transposingMovesAxes() {
    ReferenceArray array = new ReferenceArray(Shape.of(1, 3, 1, 2), new float[] {0, 1, 2, 3, 4, 5});
    assertThat(array.channelsLast().shape()).isEqualTo(Shape.of(1, 1, 2, 3));
    assertThat(array.channelsLast().values()).containsExactly(0, 2, 4, 1, 3, 5);
  }

  private CaseResult result(String json) throws IOException {
    Path file = directory.resolve("case.json");
    Files.writeString(file, json);
    return Conformance.run(file);
  }
}
