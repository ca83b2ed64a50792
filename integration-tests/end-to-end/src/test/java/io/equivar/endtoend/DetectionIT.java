package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detector is trained on the backbone of a run, and finds drawn shapes. */
class DetectionIT {

  @TempDir private Path folder;

  @Test
  void a_backbone_is_measured_by_detection() throws IOException {
    Path run = folder.resolve("run");
    Path shapes = folder.resolve("shapes");
    Path config = Configurations.write(folder, Configurations.small());
    assertThat(ProgramRun.of("train", config, "--out", run, "--no-evaluation").exitCode()).isZero();
    ProgramRun drawn =
        ProgramRun.succeeding(
            "data", "shapes", "--out", shapes, "--train", 64, "--test", 32, "--image-size", 32);
    assertThat(drawn.out()).startsWith("64 training and 32 test images are in " + shapes);

    ProgramRun measured = detection(run, shapes, "--epochs", 12, "--learning-rate", 0.005);

    assertThat(measured.out())
        .startsWith("Detection (64 training and 32 test images of 32 pixels, 8 classes, 12 epochs)")
        .contains("AP    AP50    AP75     VOC  VOC-07")
        .contains("untrained backbone")
        .contains("trained backbone");
    JsonNode report = report(run);
    assertThat(report.at("/trained/ap50").asDouble()).isBetween(0.02, 1.0);
    assertThat(report.at("/trained/ap").asDouble())
        .isLessThan(report.at("/trained/ap50").asDouble());
    assertThat(report.at("/untrained/ap50").asDouble()).isBetween(0.0, 1.0);
    // The same seed gives the same figures.
    assertThat(detection(run, shapes, "--epochs", 12, "--learning-rate", 0.005).out())
        .isEqualTo(measured.out());
  }

  @Test
  void what_is_missing_is_said() throws IOException {
    Path run = folder.resolve("run");
    Path config = Configurations.write(folder, Configurations.small());
    assertThat(ProgramRun.of("train", config, "--out", run, "--no-evaluation").exitCode()).isZero();

    ProgramRun refused = detection(run, folder, "--stages", 2);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--stages must be 3 or 4, got 2");
    assertThat(detection(run, folder, "--stages", 3).err())
        .contains("--data must be a folder in the layout of PASCAL VOC")
        .contains("'equivar data shapes' makes one to try");
  }

  private ProgramRun detection(Path run, Path data, Object... more) {
    Object[] first = {
      "evaluate-detection", run, "--data", data, "--image-size", 32, "--cache", folder
    };
    Object[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return ProgramRun.of(all);
  }

  private static JsonNode report(Path run) throws IOException {
    return new ObjectMapper().readTree(Files.readString(run.resolve("evaluation-detection.json")));
  }
}
