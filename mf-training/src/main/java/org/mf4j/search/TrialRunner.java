package org.mf4j.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.mf4j.engine.Workers;
import org.mf4j.training.EpochListener;

/**
 * Runs jobs side by side, each on one thread, and keeps the trials that they finish: in memory and
 * in a log, which may hold those of earlier runs.
 */
public final class TrialRunner {
  private final TrialLog log;
  private final SearchListener listener;
  private final BooleanSupplier stopped;
  private final Map<TrialKey, TrialResult> results = new ConcurrentHashMap<>();
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final AtomicReference<IOException> failure = new AtomicReference<>();
  private int trials;

  /**
   * A runner.
   *
   * @param log has the results of earlier runs and gets those of this one, as they come
   * @param listener is told how it goes on
   * @param stopped asked between jobs, and by jobs that ask; true ends the run
   */
  public TrialRunner(TrialLog log, SearchListener listener, BooleanSupplier stopped) {
    this.log = log;
    this.listener = listener;
    this.stopped = stopped;
    log.results().forEach(result -> results.put(TrialKey.of(result), result));
  }

  /** Part of the work: keeps what it finishes. */
  @FunctionalInterface
  public interface Job {
    /**
     * Runs it.
     *
     * @param index which job
     * @throws CancellationException if it was stopped; what it has not kept is run again when the
     *     work goes on
     * @throws IOException if results cannot be kept
     * @throws InterruptedException if the thread was interrupted
     */
    void run(int index) throws IOException, InterruptedException;
  }

  /** All results so far; grows while jobs run. */
  Map<TrialKey, TrialResult> results() {
    return results;
  }

  /** {@return all results so far} */
  public List<TrialResult> finished() {
    return List.copyOf(results.values());
  }

  /**
   * Whether a trial has a result.
   *
   * @param configuration what was tried
   * @param draw which draw of it
   * @return true if it needs not be run
   */
  public boolean isDone(String configuration, int draw) {
    return results.containsKey(new TrialKey(configuration, draw));
  }

  /** {@return whether jobs shall end} */
  public boolean isStopped() {
    return stopped.getAsBoolean() || interrupted.get() || failure.get() != null;
  }

  /** What a trial tells of its fits, and asks whether it shall end. */
  EpochListener fits() {
    return listener.fits().until(this::isStopped);
  }

  /**
   * Says how many trials there are.
   *
   * @param all in this run and those before
   */
  public void announce(int all) {
    trials = all;
    listener.onProgress(results.size(), trials);
  }

  /**
   * Runs jobs until all are done, or one may not go on.
   *
   * @param jobs how many
   * @param job what each does; called by several threads
   * @throws IOException if results cannot be kept
   * @throws InterruptedException if a thread was interrupted; what is done is in the log
   */
  public void run(int jobs, Job job) throws IOException, InterruptedException {
    run(jobs, 0, job);
  }

  /**
   * Runs jobs until all are done, or one may not go on.
   *
   * @param jobs how many
   * @param remoteSlots how many wait side by side for what computes elsewhere; 0: they compute
   *     here, on the threads of the process
   * @param job what each does; called by several threads
   */
  void run(int jobs, int remoteSlots, Job job) throws IOException, InterruptedException {
    if (remoteSlots == 0) {
      Workers.run(jobs, i -> runUnlessStopped(job, i));
    } else {
      waitSideBySide(jobs, remoteSlots, i -> runUnlessStopped(job, i));
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    if (interrupted.get()) {
      throw new InterruptedException("the run was interrupted");
    }
  }

  /** Threads that wait take nothing from those that compute. */
  private static void waitSideBySide(int tasks, int threads, IntConsumer task)
      throws InterruptedException {
    ExecutorService waiting = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Object>> all =
          IntStream.range(0, tasks)
              .mapToObj(i -> Executors.callable(() -> task.accept(i)))
              .toList();
      for (Future<Object> one : waiting.invokeAll(all)) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a trial failed: " + e.getCause().getMessage(), e);
    } finally {
      waiting.shutdownNow();
    }
  }

  private void runUnlessStopped(Job job, int index) {
    if (Thread.interrupted()) {
      interrupted.set(true);
    }
    if (isStopped()) {
      return;
    }
    try {
      job.run(index);
    } catch (CancellationException e) {
      // Given up half-way: without a result the trial is run again when the work goes on.
      return;
    } catch (InterruptedException e) {
      interrupted.set(true);
    } catch (IOException e) {
      failure.compareAndSet(null, e);
    }
  }

  /**
   * Keeps results.
   *
   * @param finished trials that had none
   * @throws IOException if they cannot be kept
   */
  public synchronized void keep(List<TrialResult> finished) throws IOException {
    log.append(finished);
    finished.forEach(result -> results.put(TrialKey.of(result), result));
    listener.onProgress(results.size(), trials);
  }
}
