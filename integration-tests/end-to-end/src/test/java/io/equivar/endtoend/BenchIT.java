package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every subject is measured, and the figures fit together; how large they are is not tested. */
class BenchIT {

  private static JsonNode bench(String... arguments) throws IOException {
    Stream<String> all =
        Stream.concat(
            Stream.of("bench", "--batch-size", "4", "--image-size", "32", "--steps", "2", "--json"),
            Stream.of(arguments));
    return new ObjectMapper().readTree(ProgramRun.succeeding(all.toArray()).out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"step", "augment", "data", "hypernetwork", "embed"})
  void a_subject_is_measured(String subject) throws IOException {
    JsonNode report = bench(subject, "--repetitions", "2");

    assertThat(report.get("subject").asText()).isEqualTo(subject);
    assertThat(report.get("batchSize").asInt()).isEqualTo(4);
    assertThat(report.get("repetitions").asInt()).isEqualTo(2);
    double seconds = report.get("medianStepSeconds").asDouble();
    assertThat(seconds)
        .isPositive()
        .isBetween(
            report.get("fastestStepSeconds").asDouble(),
            report.get("slowestStepSeconds").asDouble());
    assertThat(report.get("imagesPerSecond").asDouble() * seconds).isBetween(3.99, 4.01);
  }

  /** The images are no variable: to compute their gradient would be waste. */
  @Test
  void a_step_computes_no_gradient_of_the_images() throws IOException {
    JsonNode profile = bench("step", "--profile", "--objective", "invariant");

    int views = 2;
    assertThat(count(profile, "Conv2DBackpropFilter"))
        .isPositive()
        .isEqualTo(count(profile, "Conv2D"))
        .isEqualTo(count(profile, "Conv2DBackpropInput") + views);
  }

  private static int count(JsonNode profile, String kind) {
    int count = 0;
    for (JsonNode share : profile.get("shares")) {
      if (share.get("operation").asText().replace("_MklNative", "").equals(kind)) {
        count += share.get("count").asInt();
      }
    }
    return count;
  }

  @Test
  void only_a_step_has_a_profile() {
    ProgramRun run = ProgramRun.of("bench", "embed", "--profile");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("equivar: --profile is for bench step, got embed");
  }
}
