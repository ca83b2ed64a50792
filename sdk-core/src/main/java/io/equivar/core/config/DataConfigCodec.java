package io.equivar.core.config;

import io.equivar.core.binding.Codec;
import io.equivar.core.binding.Node;
import io.equivar.core.binding.Problems;
import io.equivar.core.binding.RecordBinder;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what the records say, and looks whether the folder is there, where that matters. */
final class DataConfigCodec implements Codec<DataConfig> {

  private final RecordBinder binder = new RecordBinder();
  private final boolean folderIsNeeded;

  /**
   * Makes a codec.
   *
   * @param folderIsNeeded whether to refuse data whose folder is not there
   */
  DataConfigCodec(boolean folderIsNeeded) {
    this.folderIsNeeded = folderIsNeeded;
  }

  @Override
  public @Nullable DataConfig read(Node node, Type type, Problems problems) {
    DataConfig data = (DataConfig) binder.bindValue(type, node, problems);
    if (data == null) {
      return null;
    }
    Path folder = data.folder().orElse(null);
    if (folderIsNeeded && folder != null && !Files.isDirectory(folder)) {
      problems
          .at(RecordBinder.alternativeName(data.getClass()))
          .at("path")
          .add(
              "must be a folder",
              folder.toString(),
              (Files.exists(folder) ? "It is a file: " : "There is no ")
                  + folder.toAbsolutePath().normalize());
      return null;
    }
    return data;
  }

  @Override
  public Node write(DataConfig data) {
    return binder.writeValue(DataConfig.class, data);
  }
}
