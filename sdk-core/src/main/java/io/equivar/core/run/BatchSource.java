package io.equivar.core.run;

import io.equivar.core.data.ImageSet;
import io.equivar.core.pipeline.ParameterSampler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Assembles batches ahead of the training, on threads of its own. What is in a batch depends on its
 * number alone, not on threads. {@link #next()} is for one thread.
 */
final class BatchSource implements AutoCloseable {

  private static final int BATCHES_AHEAD = 4;
  private static final int THREADS = 2;

  private final ImageSet images;
  private final ParameterSampler sampler;
  private final EpochOrder order;
  private final long steps;
  private final ExecutorService threads;
  private final Deque<Future<Batch>> ahead = new ArrayDeque<>();
  private long nextStep;
  private int permutedEpoch = -1;
  private int[] permutation = {};

  /**
   * Starts assembling.
   *
   * @param steps number of batches that will be asked for
   */
  BatchSource(ImageSet images, ParameterSampler sampler, EpochOrder order, long steps) {
    this.images = images;
    this.sampler = sampler;
    this.order = order;
    this.steps = steps;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "equivar-data");
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < BATCHES_AHEAD; i++) {
      submitNext();
    }
  }

  /**
   * Returns the next batch, waiting for it if need be.
   *
   * @throws java.util.NoSuchElementException if there is none left
   * @throws IllegalStateException if the batch cannot be assembled, with the cause
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Batch next() throws InterruptedException {
    Future<Batch> batch = ahead.removeFirst();
    submitNext();
    try {
      return batch.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch cannot be assembled: " + e.getCause(), e.getCause());
    }
  }

  private void submitNext() {
    if (nextStep == steps) {
      return;
    }
    long step = nextStep++;
    int epoch = Math.toIntExact(step / order.batches());
    if (epoch != permutedEpoch) {
      permutation = order.permutation(epoch);
      permutedEpoch = epoch;
    }
    int[] current = permutation;
    ahead.addLast(threads.submit(() -> assemble(step, epoch, current)));
  }

  private Batch assemble(long step, int epoch, int[] current) {
    int first = (int) (step % order.batches()) * order.batchSize();
    byte[] pixels = new byte[Math.multiplyExact(order.batchSize(), images.imageBytes())];
    for (int i = 0; i < order.batchSize(); i++) {
      images.read(current[first + i], pixels, i * images.imageBytes());
    }
    return new Batch(step, epoch, pixels, sampler.draw(step));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
