package io.equivar.core.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Features on their way into an npz file, which begins with their number: until that is known they
 * are in a file beside it.
 */
final class FeatureSpool implements FeatureSink, AutoCloseable {

  private final Path file;
  private final OutputStream out;
  private final List<String> paths = new ArrayList<>();

  /**
   * Makes a spool.
   *
   * @param target beside which to put the file
   */
  FeatureSpool(Path target) throws IOException {
    Path folder = target.toAbsolutePath().resolveSibling("");
    file = Files.createTempFile(folder, "." + target.getFileName() + ".", ".features");
    out = new BufferedOutputStream(Files.newOutputStream(file));
  }

  @Override
  public void add(String path, float[] features) throws IOException {
    ByteBuffer row =
        ByteBuffer.allocate(Math.multiplyExact(features.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    row.asFloatBuffer().put(features);
    out.write(row.array());
    paths.add(path);
  }

  /** Writes the archive. */
  void write(OutputStream target, int width) throws IOException {
    out.close();
    try (NpzWriter archive = new NpzWriter(target)) {
      long count = paths.size();
      writePaths(archive);
      Files.copy(
          file, archive.begin("features", ElementType.F32.numpy(), List.of(count, (long) width)));
      archive.end();
    }
  }

  /** Text of NumPy's: every element has as many code points of 32 bits as the longest. */
  private void writePaths(NpzWriter archive) throws IOException {
    int longest =
        paths.stream().mapToInt(path -> path.codePointCount(0, path.length())).max().orElse(1);
    OutputStream array =
        archive.begin("paths", "<U" + Math.max(1, longest), List.of((long) paths.size()));
    for (String path : paths) {
      ByteBuffer element =
          ByteBuffer.allocate(Math.multiplyExact(Math.max(1, longest), Integer.BYTES))
              .order(ByteOrder.LITTLE_ENDIAN);
      path.codePoints().forEach(element::putInt);
      array.write(element.array());
    }
    archive.end();
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
