package io.equivar.core.data.image;

import java.util.concurrent.Semaphore;

/** Hands out shares of a fixed amount of memory; who asks for more than is left waits. */
final class MemoryBudget {

  private static final int UNIT_BYTES = 1 << 16;

  private final int units;
  private final Semaphore free;

  MemoryBudget(long bytes) {
    this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT_BYTES));
    this.free = new Semaphore(units, true);
  }

  /** Returns the whole amount. */
  long bytes() {
    return (long) units * UNIT_BYTES;
  }

  /**
   * Waits for a share.
   *
   * @param bytes at least 0; what exceeds the whole is taken as all of it
   * @return what {@link #giveBack} takes
   */
  int take(long bytes) throws InterruptedException {
    int share = (int) Math.min(units, bytes / UNIT_BYTES + 1);
    free.acquire(share);
    return share;
  }

  /** Returns a share. */
  void giveBack(int share) {
    free.release(share);
  }
}
