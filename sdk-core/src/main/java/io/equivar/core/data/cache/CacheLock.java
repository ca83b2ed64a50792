package io.equivar.core.data.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other processes, and other threads of this one, from making the same cache at the same
 * time. The lock ends with the process at the latest; its file stays.
 */
final class CacheLock implements AutoCloseable {

  private static final long PAUSE_MILLIS = 100;

  private final FileChannel channel;

  private CacheLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the lock; tells so if it has to. */
  static CacheLock acquire(Path file, Consumer<String> notices)
      throws IOException, InterruptedException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean told = false;
    try {
      while (tryLock(channel) == null) {
        if (!told) {
          notices.accept("waiting for another process that holds " + file);
          told = true;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      return new CacheLock(channel);
    } catch (IOException | InterruptedException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Returns null where the lock is taken, by this process or by another. */
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
