package io.equivar.core.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.report.LossSums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointsTest {

  private static final String CONFIGURATION = "seed: 1\n";

  @TempDir private Path folder;

  private final ModelGraph graph = network();
  private GraphSession session;
  private Checkpoints checkpoints;
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void open() {
    session = new GraphSession(graph, SessionOptions.DEFAULT);
    checkpoints = new Checkpoints(folder.resolve("checkpoints"));
  }

  @AfterEach
  void close() {
    session.close();
    graph.close();
  }

  private static ModelGraph network() {
    ModelGraph graph = ModelGraph.forTraining();
    graph.context().dense("a", 3, 2, false);
    return graph;
  }

  private float[] save(long step, double loss, int keep) {
    session.initialize(step);
    Position position =
        Position.of(step, 2, 7.5, loss, new LossSums(1, 0.1 + loss, Map.of("term", 1 / 3.0)));
    checkpoints.save(session, position, CONFIGURATION, keep);
    return session.read("a.weight");
  }

  private List<String> names() throws IOException {
    try (var entries = Files.list(checkpoints.folder())) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theLastOneIsRestored() throws IOException {
    save(10, 3, 2);
    float[] weights = save(20, 2, 2);
    session.initialize(5);

    Checkpoint latest = checkpoints.require(notices::add);
    latest.restore(session);

    assertThat(session.read("a.weight")).isEqualTo(weights);
    assertThat(latest.position())
        .isEqualTo(new Position(2, 20, 2, 7.5, 2, new LossSums(1, 2.1, Map.of("term", 1 / 3.0))));
    assertThat(latest.path().resolve("config.yaml")).hasContent(CONFIGURATION);
    assertThat(names()).containsExactly("step-000000000010", "step-000000000020");
    assertThat(notices).isEmpty();
  }

  @Test
  void theLastOnesAndTheBestAreKept() throws IOException {
    save(1, 3, 2);
    save(2, 1, 2);
    save(3, 2, 2);
    save(4, 5, 2);
    save(5, 4, 2);

    assertThat(names())
        .containsExactly("step-000000000002", "step-000000000004", "step-000000000005");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "variables.data-00000-of-00001",
        "variables.index",
        "position.json",
        "config.yaml",
        "checksums.txt"
      })
  void aTamperedOneIsNamedAndTheOneBeforeItUsed(String file) throws IOException {
    save(1, 3, 2);
    save(2, 1, 2);
    Path damaged = checkpoints.folder().resolve("step-000000000002");
    byte[] content = Files.readAllBytes(damaged.resolve(file));
    content[content.length / 2] ^= 1;
    Files.write(damaged.resolve(file), content);

    assertThat(checkpoints.require(notices::add).position().step()).isEqualTo(1);
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith("checkpoint " + damaged)
        .endsWith("; the one before it is used");
  }

  @Test
  void aTornOneIsNamed() throws IOException {
    save(1, 3, 2);
    Path only = checkpoints.folder().resolve("step-000000000001");
    Path data = only.resolve("variables.data-00000-of-00001");
    Files.write(
        data, new byte[] {1, 2}, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    assertThatThrownBy(() -> checkpoints.require(notices::add))
        .hasMessage(
            checkpoints.folder()
                + " must hold a complete checkpoint, got damaged ones only. Name a run that has"
                + " trained for a while, or train again");
    Files.delete(data);
    assertThat(checkpoints.latest(notices::add)).isEmpty();
    assertThat(notices)
        .containsExactly(
            "checkpoint "
                + only
                + " has another variables.data-00000-of-00001 than was written; the one before it"
                + " is used",
            "checkpoint "
                + only
                + " lacks variables.data-00000-of-00001; the one before it is used");
  }

  @Test
  void whatAnInterruptedSaveLeftIsNoCheckpoint() throws IOException {
    float[] weights = save(1, 3, 2);
    Path half = Files.createDirectories(checkpoints.folder().resolve("new"));
    Files.writeString(half.resolve("variables.index"), "half");
    Files.createDirectories(checkpoints.folder().resolve("old"));

    checkpoints.require(notices::add).restore(session);

    assertThat(session.read("a.weight")).isEqualTo(weights);
    save(2, 2, 2);
    assertThat(names()).containsExactly("step-000000000001", "step-000000000002");
  }

  @Test
  void aSaveThatFailsLeavesTheOthers() throws IOException {
    save(1, 3, 2);
    Files.writeString(checkpoints.folder().resolve("new"), "in the way");
    Files.createDirectories(checkpoints.folder().resolve("old"));
    Path blocked = folder.resolve("blocked");
    Files.writeString(blocked, "a file");

    save(2, 2, 2);
    assertThatThrownBy(
            () ->
                new Checkpoints(blocked)
                    .save(session, Position.of(3, 0, 0, 0, LossSums.NONE), CONFIGURATION, 2))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write a checkpoint into " + blocked);

    assertThat(names()).contains("step-000000000001", "step-000000000002");
  }

  @Test
  void whatStandsInTheWayIsReplaced() throws IOException {
    save(1, 3, 2);
    Path target = checkpoints.folder().resolve("step-000000000002");
    Files.writeString(target, "a file in the place of the folder");
    Files.createDirectories(checkpoints.folder().resolve("old").resolve("in the way"));

    save(2, 2, 2);

    assertThat(names()).containsExactly("step-000000000001", "step-000000000002");
    assertThat(checkpoints.require(notices::add).position().step()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{\"format\":2}",
        "{\"format\":2,\"step\":-1,\"epoch\":0,\"seconds\":0,\"loss\":0,"
            + "\"group\":{\"steps\":0,\"total\":0,\"terms\":{}}}",
        "{\"format\":2,\"step\":1,\"epoch\":0,\"seconds\":0,\"loss\":0,"
            + "\"group\":{\"steps\":0,\"total\":0,\"terms\":{\"a\":null}}}"
      })
  void aPositionThatMakesNoSenseIsPassedOver(String position) throws IOException {
    save(1, 3, 2);
    save(2, 1, 2);
    Path forged = checkpoints.folder().resolve("step-000000000002");
    Files.writeString(forged.resolve("position.json"), position);
    Checksums.write(forged);

    assertThat(checkpoints.require(notices::add).position().step()).isEqualTo(1);
    assertThat(notices).singleElement().asString().startsWith("checkpoint " + forged);
  }

  @Test
  void oneOfAnotherVersionIsNamed() throws IOException {
    save(1, 3, 2);
    Path other = checkpoints.folder().resolve("step-000000000001");
    Files.writeString(other.resolve("position.json"), "{\"format\":3,\"steps\":[1]}");
    Checksums.write(other);

    assertThatThrownBy(() -> checkpoints.require(notices::add))
        .hasMessage(
            other
                + " must be a checkpoint of format 2, got format 3. Use the version of Equivar that"
                + " wrote it");
  }

  @Test
  void variablesThatAreNoNumbersAreFound() {
    session.initialize(1);
    assertThat(session.notFinite()).isEmpty();
    session.write("a.weight", new float[] {1, 2, 3, Float.POSITIVE_INFINITY, 5, 6});
    assertThat(session.notFinite()).contains("a.weight");
    session.write("a.weight", new float[] {1, Float.NaN, 3, 4, 5, 6});
    assertThat(session.notFinite()).contains("a.weight");
  }

  @Test
  void aMissingOneIsNamed() {
    assertThatThrownBy(() -> checkpoints.require(notices::add))
        .hasMessageStartingWith(
            checkpoints.folder() + " must hold a complete checkpoint, got none.");
  }
}
