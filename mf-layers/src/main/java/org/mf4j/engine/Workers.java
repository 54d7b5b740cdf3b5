package org.mf4j.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The threads that all fused engines and readouts of a process share. The caller works too; helpers
 * join it as long as no more threads than configured are busy, so that networks trained side by
 * side do not oversubscribe the machine. Tasks must not share what they write, so that which thread
 * takes which task never changes a result.
 */
public final class Workers {
  /** System property that sets the number of threads; default: the number of processors. */
  public static final String THREADS_PROPERTY = "org.mf4j.threads";

  private static final AtomicInteger BUSY = new AtomicInteger();
  private static final ExecutorService HELPERS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "mf4j-worker");
            thread.setDaemon(true);
            return thread;
          });

  private Workers() {}

  /**
   * How many threads may be busy at once.
   *
   * @return at least 1
   * @throws IllegalArgumentException if {@link #THREADS_PROPERTY} is below 1
   */
  public static int threads() {
    int threads = Integer.getInteger(THREADS_PROPERTY, Runtime.getRuntime().availableProcessors());
    if (threads < 1) {
      throw new IllegalArgumentException(
          THREADS_PROPERTY + " = " + threads + ": must be at least 1");
    }
    return threads;
  }

  /** Some of the things that are numbered from 0 on. */
  @FunctionalInterface
  public interface Part {
    /**
     * Works on them.
     *
     * @param from the first
     * @param to behind the last
     */
    void run(int from, int to);
  }

  /**
   * Cuts things into parts of a fixed size, the last one smaller, which are tasks: so no bit
   * depends on the number of threads.
   *
   * @param count how many things
   * @param size of a part, at least 1
   * @param part called once for each
   * @throws IllegalStateException as {@link #run}
   */
  public static void runParts(int count, int size, Part part) {
    run((count + size - 1) / size, i -> part.run(i * size, Math.min(count, (i + 1) * size)));
  }

  /**
   * Runs task 0 to tasks - 1, each once, and returns when all have ended.
   *
   * @param tasks how many
   * @param task gets the index
   * @throws IllegalStateException if a helper's task failed; what the caller's task throws passes
   */
  public static void run(int tasks, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    Runnable loop =
        () -> {
          for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            task.accept(i);
          }
        };
    BUSY.incrementAndGet();
    try {
      List<Future<?>> helpers = startHelpers(tasks - 1, loop);
      try {
        loop.run();
      } finally {
        next.set(tasks);
        await(helpers);
      }
    } finally {
      BUSY.decrementAndGet();
    }
  }

  private static List<Future<?>> startHelpers(int wanted, Runnable loop) {
    List<Future<?>> helpers = new ArrayList<>();
    int threads = wanted > 0 ? threads() : 0;
    for (int i = 0; i < wanted && reserve(threads); i++) {
      helpers.add(
          HELPERS.submit(
              () -> {
                try {
                  loop.run();
                } finally {
                  BUSY.decrementAndGet();
                }
              }));
    }
    return helpers;
  }

  private static boolean reserve(int threads) {
    if (BUSY.incrementAndGet() <= threads) {
      return true;
    }
    BUSY.decrementAndGet();
    return false;
  }

  /** Waits for every helper, also when interrupted: they write into the caller's arrays. */
  private static void await(List<Future<?>> helpers) {
    boolean interrupted = false;
    RuntimeException failure = null;
    for (Future<?> helper : helpers) {
      boolean done = false;
      while (!done) {
        try {
          helper.get();
          done = true;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException | CancellationException e) {
          failure = new IllegalStateException("a worker failed: " + e.getMessage(), e);
          done = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
  }
}
