package org.mf4j.cli.text;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a request: the work that is running is told to stop and has some time to say what is
 * left to do; then the process ends with the exit code that the signal gives it (130 for Ctrl-C).
 */
public final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "mf4j-interruption");
  private volatile boolean requested;

  public Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the work shall stop. */
  public boolean isRequested() {
    return requested;
  }

  private void stop() {
    requested = true;
    try {
      boolean ended = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        System.err.println("mf: a trial did not end in time and was given up.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work has ended and everything is written. */
  @Override
  public void close() {
    done.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending just now; the hook finds the work done.
        return;
      }
    }
  }
}
