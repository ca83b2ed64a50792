package io.equivar.tck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Does the same on several threads at once. */
final class Threads {

  private Threads() {}

  /**
   * Returns what each thread makes of the inputs. All start together, each with another input, so
   * that they are at different ones at the same time.
   */
  static <I, O> List<List<O>> run(int threads, List<I> inputs, Function<I, O> work) {
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<O>>> results =
          IntStream.range(0, threads)
              .mapToObj(
                  thread ->
                      pool.submit(
                          () -> {
                            start.await();
                            return rotated(inputs, thread, work);
                          }))
              .toList();
      return results.stream().map(Threads::result).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  private static <I, O> List<O> rotated(List<I> inputs, int distance, Function<I, O> work) {
    List<I> order = new ArrayList<>(inputs);
    Collections.rotate(order, distance);
    List<O> made = new ArrayList<>(order.stream().map(work).toList());
    Collections.rotate(made, -distance);
    return made;
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while threads were at work", e);
    } catch (ExecutionException e) {
      throw new AssertionError("a thread failed: " + e.getCause(), e.getCause());
    }
  }
}
