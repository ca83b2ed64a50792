package io.equivar.core.data.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Says of which archive a failure is. Closing it closes nothing. */
final class GuardedStream extends FilterInputStream {

  private final Path archive;

  GuardedStream(Path archive, InputStream content) {
    super(content);
    this.archive = archive;
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException e) {
      throw ArchiveEntries.damaged(archive, e);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException e) {
      throw ArchiveEntries.damaged(archive, e);
    }
  }

  void readToEnd() throws IOException {
    byte[] buffer = new byte[1 << 16];
    int count = 0;
    while (count >= 0) {
      count = read(buffer, 0, buffer.length);
    }
  }

  @Override
  public void close() {}
}
