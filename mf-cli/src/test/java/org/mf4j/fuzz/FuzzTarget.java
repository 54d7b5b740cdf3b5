package org.mf4j.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/** What Jazzer calls: see {@code mf-fuzz/run}. The system property mf4j.fuzz names the target. */
public final class FuzzTarget {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long MOST = TimeUnit.SECONDS.toNanos(1);
  private static final Fuzzed TARGET = target();

  private FuzzTarget() {}

  private static Fuzzed target() {
    Fuzzed target = Fuzzed.valueOf(System.getProperty("mf4j.fuzz"));
    try {
      // Classes are loaded and numbers set up outside of the time of an input.
      target.take(new byte[0]);
      target.take(target == Fuzzed.MODEL_FILE ? ModelZip.good() : "{}".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  /**
   * One input. The time is that of the processor, so that a busy machine finds nothing.
   *
   * @throws AssertionError if it took more than a second
   */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    long start = THREADS.getCurrentThreadCpuTime();
    TARGET.take(input);
    long took = THREADS.getCurrentThreadCpuTime() - start;
    if (took > MOST) {
      throw new AssertionError("took " + TimeUnit.NANOSECONDS.toMillis(took) + " ms");
    }
  }
}
