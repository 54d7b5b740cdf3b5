package org.mf4j.benchmarks.cores;

import java.io.IOException;
import java.util.Arrays;
import org.mf4j.engine.Workers;

/**
 * How much of a job's time on one thread is spent outside of {@link Workers}, where no other thread
 * can help: by looking at the thread's stack every two milliseconds (at a safepoint, so a little
 * late). It bounds what more processors can gain (Amdahl, AFIPS 30, 483, 1967), and can be measured
 * on a machine that has not got them.
 */
final class AloneShare {
  private static final int PERIOD = 2;

  private final Thread watched;
  private volatile boolean watching = true;
  private int seen;
  private int alone;

  private AloneShare(Thread watched) {
    this.watched = watched;
  }

  /**
   * Runs a job again and again.
   *
   * @param job what to run, with one thread
   * @param seconds for how long, at least once
   * @return the share, 0 to 1
   */
  static double of(Work.Once job, double seconds) throws IOException, InterruptedException {
    System.setProperty(Workers.THREADS_PROPERTY, "1");
    AloneShare share = new AloneShare(Thread.currentThread());
    Thread watcher = new Thread(share::watch, "watcher");
    watcher.start();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    do {
      job.run();
    } while (System.nanoTime() < end);
    share.watching = false;
    watcher.join();
    return share.seen == 0 ? 0 : (double) share.alone / share.seen;
  }

  /**
   * How many times as fast so many processors can be at most.
   *
   * @param share what one thread does alone
   * @param processors how many there would be
   * @return 1 / (share + (1 - share) / processors)
   */
  static double bound(double share, int processors) {
    return 1 / (share + (1 - share) / processors);
  }

  private void watch() {
    while (watching) {
      try {
        Thread.sleep(PERIOD);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      seen++;
      boolean shared =
          Arrays.stream(watched.getStackTrace())
              .anyMatch(
                  frame ->
                      frame.getClassName().equals(Workers.class.getName())
                          && frame.getMethodName().equals("run"));
      alone += shared ? 0 : 1;
    }
  }
}
