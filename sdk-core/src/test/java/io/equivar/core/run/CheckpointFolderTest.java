package io.equivar.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

  @TempDir private Path folder;

  @Test
  void theNewCheckpointTakesThePlaceOfTheOld() {
    CheckpointFolder checkpoint = new CheckpointFolder(folder.resolve("checkpoint"));
    float[] second;
    try (ModelGraph graph = network();
        GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
      session.initialize(1);
      checkpoint.save(session, 10, 1);
      session.initialize(2);
      checkpoint.save(session, 20, 2);
      second = session.read("a.weight");
    }

    try (ModelGraph graph = network();
        GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
      session.restore(checkpoint.variables());

      assertThat(session.read("a.weight")).isEqualTo(second);
    }
    assertThat(checkpoint.position()).isEqualTo(new CheckpointFolder.Position(1, 20, 2));
    assertThat(folder).isDirectoryContaining("glob:**/checkpoint");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aMissingCheckpointIsNamed() {
    Path path = folder.resolve("checkpoint");

    assertThatThrownBy(() -> new CheckpointFolder(path).variables())
        .hasMessage(
            path
                + " must hold a complete checkpoint, got no position.json. Name a run whose"
                + " training ended, or train again");
  }

  private static ModelGraph network() {
    ModelGraph graph = ModelGraph.forTraining();
    graph.context().dense("a", 3, 2, false);
    return graph;
  }
}
