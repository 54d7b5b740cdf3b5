package org.mf4j.benchmarks.cores;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.mf4j.benchmarks.RandomData;

/**
 * The products of a step of 100 neurons and one channel, each thread its own: what the BLAS library
 * does where there is nothing else to do.
 *
 * @param rows series of a product
 */
record BareProducts(int rows) {
  private static final int INNER = 102;
  private static final int COLUMNS = 100;
  private static final long NANOSECONDS = 400_000_000;
  private static final int BETWEEN_LOOKS = 100;

  /**
   * Multiplies for some time.
   *
   * @param threads how many at once
   * @return multiplications and additions per second, of all threads together
   */
  double rate(int threads) throws InterruptedException {
    AtomicLong products = new AtomicLong();
    Stream<Thread> all =
        IntStream.range(0, threads).mapToObj(i -> new Thread(() -> products.addAndGet(count())));
    Thread[] started = all.toArray(Thread[]::new);
    for (Thread thread : started) {
      thread.start();
    }
    for (Thread thread : started) {
      thread.join();
    }
    double seconds = NANOSECONDS / (double) TimeUnit.SECONDS.toNanos(1);
    return 2.0 * rows * INNER * COLUMNS * products.get() / seconds;
  }

  private long count() {
    try (FloatPointer a = new FloatPointer(RandomData.normal(rows * INNER));
        FloatPointer b = new FloatPointer(RandomData.normal(INNER * COLUMNS));
        FloatPointer c = new FloatPointer((long) rows * COLUMNS)) {
      multiply(a, b, c, NANOSECONDS / 4);
      return multiply(a, b, c, NANOSECONDS);
    }
  }

  private long multiply(FloatPointer a, FloatPointer b, FloatPointer c, long nanoseconds) {
    long end = System.nanoTime() + nanoseconds;
    long count = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < BETWEEN_LOOKS; i++) {
        cblas_sgemm(
            CblasRowMajor,
            CblasNoTrans,
            CblasNoTrans,
            rows,
            COLUMNS,
            INNER,
            1f,
            a,
            INNER,
            b,
            COLUMNS,
            0f,
            c,
            COLUMNS);
      }
      count += BETWEEN_LOOKS;
    }
    return count;
  }
}
