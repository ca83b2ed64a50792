package io.equivar.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {

  @TempDir private Path folder;

  @Test
  void aLineIsAJsonObject() {
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put("invariance", 4.0);
    terms.put("equivariance", 5.5);
    Path file = folder.resolve("metrics.jsonl");
    try (MetricsLog log = MetricsLog.open(file, 0)) {
      assertThat(log.first()).isNull();
      log.write(new Metrics(10, 1, 0.03, 9.5, terms, 120, 0.02));
    }
    try (MetricsLog log = MetricsLog.open(file, 10)) {
      log.write(new Metrics(20, 2, 0.02, 9, terms, 121, 0));
    }

    assertThat(file)
        .hasContent(
            """
            {"step":10,"epoch":1,"learningRate":0.03,"loss":9.5,\
            "terms":{"invariance":4.0,"equivariance":5.5},"imagesPerSecond":120.0,"waitingShare":0.02}
            {"step":20,"epoch":2,"learningRate":0.02,"loss":9.0,\
            "terms":{"invariance":4.0,"equivariance":5.5},"imagesPerSecond":121.0,"waitingShare":0.0}
            """);
  }

  @Test
  void whatIsMadeAgainAndWhatIsTornIsRemoved() throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    try (MetricsLog log = MetricsLog.open(file, 0)) {
      log.write(new Metrics(10, 1, 0.03, 9.5, Map.of(), 120, 0));
      log.write(new Metrics(20, 1, 0.03, 8.5, Map.of(), 120, 0));
      log.write(new Metrics(30, 1, 0.03, 7.5, Map.of(), 120, 0));
    }
    Files.writeString(file, "{\"step\":40,\"epo", StandardOpenOption.APPEND);

    try (MetricsLog log = MetricsLog.open(file, 25)) {
      assertThat(log.first()).extracting(Metrics::step).isEqualTo(10L);
      assertThat(log.last()).extracting(Metrics::step).isEqualTo(20L);
    }
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("{\"step\":20,");
  }
}
