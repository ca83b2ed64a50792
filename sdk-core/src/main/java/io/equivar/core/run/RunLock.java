package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * Keeps others from training into the same folder. The lock ends with the process at the latest;
 * its file stays.
 */
final class RunLock {

  /**
   * What is done while the lock is held.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  interface Work<T> {

    /** Does it. */
    T run() throws InterruptedException;
  }

  private RunLock() {}

  /**
   * Does something while no one else can train into a folder.
   *
   * @throws ConfigurationException if another process, or another run of this one, is at it
   */
  static <T> T holding(RunFolder folder, Work<T> work) throws InterruptedException {
    try (FileChannel channel =
        FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!isLocked(channel)) {
        throw new ConfigurationException(
            new Problem(
                folder.path().toString(),
                "must not be in use by another training",
                "one that is running",
                "Wait for it, or name another folder"));
      }
      return work.run();
    } catch (IOException e) {
      throw RunFolder.unwritable(folder.path(), e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
