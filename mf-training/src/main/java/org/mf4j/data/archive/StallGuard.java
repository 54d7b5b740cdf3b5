package org.mf4j.data.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A stream that fails if one read takes too long. {@link java.net.http.HttpClient} limits the time
 * until the body begins, not the time within it; closing the stream is what ends a read that waits.
 */
final class StallGuard extends InputStream {
  private final InputStream in;
  private final Duration limit;
  private volatile boolean stalled;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(StallGuard::daemon);

  StallGuard(InputStream in, Duration limit) {
    this.in = in;
    this.limit = limit;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "download-stall-guard");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    ScheduledFuture<?> alarm =
        clock.schedule(this::closeSource, limit.toMillis(), TimeUnit.MILLISECONDS);
    int count;
    try {
      count = in.read(bytes, offset, length);
    } catch (IOException e) {
      throw stalled ? timeout(e) : e;
    } finally {
      alarm.cancel(false);
    }
    // A read that the alarm ended may look like the end of the file.
    if (stalled) {
      throw timeout(null);
    }
    return count;
  }

  private IOException timeout(IOException cause) {
    return (IOException)
        new HttpTimeoutException("the server sent nothing for " + limit.toMillis() / 1000.0 + " s")
            .initCause(cause);
  }

  private void closeSource() {
    // Before the read wakes up.
    stalled = true;
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    in.close();
  }
}
