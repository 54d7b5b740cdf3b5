package org.mf4j.cli.output;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/**
 * Ctrl-C as a request: the work that is running is told to stop and has some time to say what is
 * left to do; then the process ends with the exit code that the signal gives it (130 for Ctrl-C).
 */
public final class Interruption implements AutoCloseable {
  /** What a shell reports of a process that Ctrl-C ended. */
  private static final int EXIT_CODE = 130;

  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "mf4j-interruption");
  private volatile boolean requested;

  /** Listens until it is closed. */
  public Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** {@return whether the work shall stop} */
  public boolean isRequested() {
    return requested;
  }

  /**
   * Tells on stderr how to go on.
   *
   * @param command where to
   * @param sentence what was reached and what to do
   * @return the exit code
   */
  public static int tell(CommandLine command, String sentence) {
    command.getErr().println("mf: stopped " + sentence);
    command.getErr().flush();
    return EXIT_CODE;
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
