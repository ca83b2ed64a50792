package io.equivar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.equivar.api.config.ConfigurationException;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.checkpoint.Checkpoints;
import io.equivar.core.report.Metrics;
import io.equivar.core.report.MetricsLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The files of a run that it goes on from: used, or passed over. */
class RunFolderFuzzTest {

  private static final String STEP = "checkpoints/step-000000000003/";

  private static Folder folder;

  @BeforeAll
  static void make() {
    folder = Folder.make();
  }

  @AfterAll
  static void delete() {
    folder.delete();
  }

  /** A position whose checksum is right, as one has that was made up. */
  @FuzzTest(maxDuration = "45s")
  void position(byte[] data) throws NoSuchAlgorithmException {
    folder.write(STEP + "position.json", data);
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
    folder.write(
        STEP + "checksums.txt", (sum + "  position.json\n").getBytes(StandardCharsets.UTF_8));
    requireUsableOrPassedOver();
  }

  @FuzzTest(maxDuration = "45s")
  void checksums(byte[] data) {
    folder.write(STEP + "position.json", new byte[] {'{', '}'});
    folder.write(STEP + "checksums.txt", data);
    requireUsableOrPassedOver();
  }

  private static void requireUsableOrPassedOver() {
    try {
      Optional<Checkpoint> latest =
          new Checkpoints(folder.file("checkpoints")).latest(notice -> {});
      latest.ifPresent(
          checkpoint -> {
            assertThat(checkpoint.position().step()).isNotNegative();
            assertThat(checkpoint.position().group().terms()).doesNotContainValue(null);
          });
    } catch (ConfigurationException e) {
      assertThat(e).hasMessageContaining("must be a checkpoint of format");
    }
  }

  @FuzzTest(maxDuration = "45s")
  void metrics(byte[] data) throws IOException {
    folder.write("metrics.jsonl", data);
    Metrics next = new Metrics(1000, 2, 0.1, 0.5, Map.of("a", 1.0), 3, 0);
    try (MetricsLog log = MetricsLog.open(folder.file("metrics.jsonl"), 999)) {
      log.write(next);
      assertThat(log.last()).isEqualTo(next);
    }
    assertThat(Files.readString(folder.file("metrics.jsonl"))).endsWith(System.lineSeparator());
    try (MetricsLog log = MetricsLog.open(folder.file("metrics.jsonl"), 1000)) {
      assertThat(log.last()).isEqualTo(next);
    }
  }
}
