package io.equivar.core.run;

import io.equivar.core.data.ImageSet;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.ParameterTable;
import io.equivar.core.pipeline.StepFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Assembles batches ahead of the training, on threads of its own. What is in a batch depends on its
 * number alone, not on threads. {@link #next()} is for one thread.
 */
final class BatchSource implements AutoCloseable {

  /** Beyond the batches that the threads are at work on. */
  private static final int BATCHES_IN_RESERVE = 2;

  private final ImageSet images;
  private final ParameterSampler sampler;
  private final HostSteps hostSteps;
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
   * @param hostSteps what is done to the images before they are fed
   * @param firstStep number of the first batch, from 0
   * @param steps number of the batch before which to end
   * @param threadCount number of threads, at least 1
   */
  BatchSource(
      ImageSet images,
      ParameterSampler sampler,
      HostSteps hostSteps,
      EpochOrder order,
      long firstStep,
      long steps,
      int threadCount) {
    this.images = images;
    this.sampler = sampler;
    this.hostSteps = hostSteps;
    this.order = order;
    this.nextStep = firstStep;
    this.steps = steps;
    this.threads =
        Executors.newFixedThreadPool(
            threadCount,
            task -> {
              Thread thread = new Thread(task, "equivar-data");
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < threadCount + BATCHES_IN_RESERVE; i++) {
      submitNext();
    }
  }

  /**
   * Returns the next batch, waiting for it if need be.
   *
   * @throws java.util.NoSuchElementException if there is none left
   * @throws StepFailure if a step that runs on the host cannot be made
   * @throws UncheckedIOException if the images can no longer be read
   * @throws OutOfMemoryError if it does not fit into Java's memory
   * @throws IllegalStateException if the batch cannot be assembled otherwise, with the cause
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Batch next() throws InterruptedException {
    Future<Batch> batch = ahead.removeFirst();
    submitNext();
    try {
      return batch.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StepFailure failure) {
        throw failure;
      }
      if (e.getCause() instanceof UncheckedIOException data) {
        throw data;
      }
      if (e.getCause() instanceof InternalError fault) {
        // What Java makes, sometimes late, of a mapped page that cannot be read.
        throw new UncheckedIOException(
            "images cannot be read any more: the file or the disk that holds them failed. Put them"
                + " back, then go on with --resume",
            new IOException(fault.getMessage(), fault));
      }
      if (e.getCause() instanceof OutOfMemoryError memory) {
        throw memory;
      }
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
    ParameterTable drawn = sampler.draw(step);
    return new Batch(step, epoch, hostSteps.feed(pixels, drawn), drawn);
  }

  /** Stops assembling and waits for what is under way: it may use sessions that are closed next. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
