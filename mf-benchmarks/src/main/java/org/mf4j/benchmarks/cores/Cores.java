package org.mf4j.benchmarks.cores;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mf4j.engine.Workers;
import org.mf4j.engine.blas.BlasKernels;
import org.mf4j.engine.blas.SingleThreadedBlas;

/**
 * Prints a table in Markdown: milliseconds of each job with 1, 2, 4, ... threads, how many times as
 * fast all threads are as one, what one thread does alone and how many times as fast it lets
 * {@value #MANY} processors be, and the share of the bare products' rate that a training step
 * reaches.
 */
public final class Cores {
  private static final double SECONDS = 1.5;
  private static final int MOST = 201;
  private static final int FEWEST = 3;
  private static final int MANY = 16;

  private final List<Integer> threads;
  private final List<double[]> rates = new ArrayList<>();

  private Cores(int most) {
    threads = new ArrayList<>();
    for (int n = 1; n < most; n *= 2) {
      threads.add(n);
    }
    threads.add(most);
  }

  /**
   * Measures and prints.
   *
   * @param arguments if any, a part of the names of the jobs that are wanted
   * @throws IOException never: nothing is written to a file
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Cores(Runtime.getRuntime().availableProcessors())
        .print(arguments.length > 0 ? arguments[0] : "");
  }

  private void print(String wanted) throws IOException, InterruptedException {
    System.out.printf(
        "- %s processors, Java %s, kernels of the matrix product: %s%n%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.version"),
        BlasKernels.current().name().orElse("chosen by OpenBLAS"));
    System.out.println(
        "| | " + join(threads) + " | times as fast | alone, % | at most on " + MANY + " |");
    System.out.println("|--|" + "--|".repeat(threads.size() + 3));
    for (int rows : new int[] {32, 8}) {
      printRates(new BareProducts(rows));
    }
    for (Work work : Work.all()) {
      if (work.name().contains(wanted)) {
        print(work);
      }
    }
  }

  private void printRates(BareProducts products) throws InterruptedException {
    double[] rate = new double[threads.size()];
    try (SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      for (int i = 0; i < rate.length; i++) {
        rate[i] = products.rate(threads.get(i)) / 1e9;
      }
    }
    rates.add(rate);
    String name = String.format("products %dx102x100, GFLOP/s", products.rows());
    row(name, rate, rate[rate.length - 1] / rate[0], Double.NaN);
  }

  private void print(Work work) throws IOException, InterruptedException {
    Work.Once job = work.prepared().get();
    measure(job, threads.get(threads.size() - 1));
    double[] milliseconds = new double[threads.size()];
    for (int i = 0; i < milliseconds.length; i++) {
      milliseconds[i] = measure(job, threads.get(i));
    }
    row(
        work.name() + ", ms",
        milliseconds,
        milliseconds[0] / milliseconds[milliseconds.length - 1],
        AloneShare.of(job, SECONDS));
    if (work.products() > 0) {
      double[] share =
          IntStream.range(0, milliseconds.length)
              .mapToDouble(i -> work.products() / 1e6 / milliseconds[i] / rates.get(0)[i])
              .toArray();
      row("its products at that rate, share of the time", share, Double.NaN, Double.NaN);
    }
  }

  /** The median of as many runs as fit the time. */
  private static double measure(Work.Once job, int threads)
      throws IOException, InterruptedException {
    System.setProperty(Workers.THREADS_PROPERTY, Integer.toString(threads));
    List<Double> samples = new ArrayList<>();
    long end = System.nanoTime() + (long) (SECONDS * 1e9);
    while (samples.size() < FEWEST || (samples.size() < MOST && System.nanoTime() < end)) {
      long start = System.nanoTime();
      job.run();
      samples.add((System.nanoTime() - start) / 1e6);
    }
    double[] sorted = samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void row(String name, double[] values, double faster, double alone) {
    String cells = Arrays.stream(values).mapToObj(Cores::text).collect(Collectors.joining(" | "));
    System.out.printf(
        "| %s | %s | %s | %s | %s |%n",
        name,
        cells,
        last("%.1f", faster),
        last("%.1f", 100 * alone),
        last("%.1f", AloneShare.bound(alone, MANY)));
  }

  private static String last(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }

  private static String join(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" | "));
  }
}
