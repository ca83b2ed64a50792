package io.equivar.core.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.core.graph.GraphSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * All variables of a training and how far it was: a folder that was found complete.
 *
 * @param path the folder
 * @param position how far the training was
 */
public record Checkpoint(Path path, Position position) {

  private static final String POSITION = "position.json";
  private static final String VARIABLES = "variables";
  private static final String CONFIGURATION = "config.yaml";

  /** Returns the start of the names of the files that {@link GraphSession#restore} takes. */
  public Path variables() {
    return path.resolve(VARIABLES);
  }

  /**
   * Gives a session the variables.
   *
   * @throws UncheckedIOException if they are not those of the session's graph
   */
  public void restore(GraphSession session) {
    try {
      session.restore(variables());
    } catch (TensorFlowException e) {
      throw new UncheckedIOException(
          "the checkpoint " + path + " does not fit the network of its configuration",
          new IOException(e));
    }
  }

  /** Writes the files of a checkpoint into a folder that exists. */
  static void write(Path folder, GraphSession session, Position position, String configuration)
      throws IOException {
    try {
      session.save(folder.resolve(VARIABLES));
    } catch (TensorFlowException e) {
      throw new IOException(e.getMessage(), e);
    }
    new ObjectMapper().writeValue(folder.resolve(POSITION).toFile(), position);
    Files.writeString(folder.resolve(CONFIGURATION), configuration);
    Checksums.write(folder);
  }

  /** Reads the version of the layout of a folder, which says how to read the rest. */
  static int readFormat(Path folder) throws IOException {
    JsonNode format = new ObjectMapper().readTree(folder.resolve(POSITION).toFile()).path("format");
    if (!format.isInt()) {
      throw new IOException(POSITION + " states no format");
    }
    return format.intValue();
  }

  /** Reads the position of a folder, complete or not. */
  static Position readPosition(Path folder) throws IOException {
    Position position =
        new ObjectMapper().readValue(folder.resolve(POSITION).toFile(), Position.class);
    if (position == null) {
      throw new IOException(POSITION + " holds nothing");
    }
    return position;
  }
}
