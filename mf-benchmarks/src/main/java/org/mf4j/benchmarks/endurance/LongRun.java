package org.mf4j.benchmarks.endurance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.benchmarks.ComparedLayer;
import org.mf4j.benchmarks.Networks;
import org.mf4j.benchmarks.RandomData;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelFitter;
import org.mf4j.random.SeededRandom;
import org.mf4j.training.EpochListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Jobs that are left running: predictions, fits of small models and a stream, whose resident memory
 * has to stay flat, and sizes at the end of what is allowed. Prints a Markdown table.
 */
public final class LongRun {
  private static final int SAMPLES = 200;
  private static final double FLAT = 0.01;
  private static final List<String> JOBS = List.of("predictions", "fits", "interrupts", "stream");

  private LongRun() {}

  /** A part of a job, done again and again. */
  private interface Part {
    void run() throws InterruptedException;
  }

  /**
   * Runs the jobs, in a heap that is touched at the start, or the sizes, which need a large one.
   *
   * @param args the minutes of the stream, 60 of which the promise says, or {@code sizes}; then a
   *     number that divides the counts, to see that everything runs, and one of the jobs, if not
   *     all: predictions, fits, interrupts or stream
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    double divisor = args.length > 1 ? Double.parseDouble(args[1]) : 1;
    if (args[0].equals("sizes")) {
      longSeries((int) (1_000_000 / divisor));
      sparseNeurons((int) (10_000 / divisor));
      return;
    }
    System.out.println(
        "| job | resident, MB | growth over its second half | heap in use, MB | seconds |");
    System.out.println("|--|--|--|--|--|");
    boolean allAreFlat = true;
    for (String job : args.length > 2 ? List.of(args[2]) : JOBS) {
      allAreFlat &=
          switch (job) {
            case "predictions" -> isFlat(job, predictions(), (int) (100_000 / divisor));
            case "fits" -> isFlat(job, fits(), (int) (20_000 / divisor));
            case "interrupts" -> isFlat("interrupted fits", interrupts(), (int) (10_000 / divisor));
            case "stream" -> streamIsFlat(Double.parseDouble(args[0]));
            default -> throw new IllegalArgumentException("job: must be one of " + JOBS);
          };
    }
    System.exit(allAreFlat ? 0 : 1);
  }

  private static SeriesSet charts(int count) {
    int[] first = new int[count];
    Arrays.setAll(first, i -> i * 300 / count);
    return ControlCharts.generate(1).train().subset(first);
  }

  private static Part predictions() throws InterruptedException {
    FittedModel model =
        new ModelFitter(MfEsn.plainHeterogeneous(10)).fit(charts(60), 1, EpochListener.NONE);
    SeriesSet one = charts(60).subset(7);
    double expected = model.predict(one)[0];
    return () -> {
      if (model.predict(one)[0] != expected) {
        throw new IllegalStateException("another prediction than the first");
      }
    };
  }

  private static Part fits() {
    SeriesSet few = charts(12);
    return () -> new ModelFitter(MfEsn.plainHeterogeneous(5)).fit(few, 1, EpochListener.NONE);
  }

  /** A fit in a thread of its own, which is interrupted at a random moment. */
  private static Part interrupts() throws InterruptedException {
    Part fit = fits();
    fit.run();
    long start = System.nanoTime();
    fit.run();
    long lasts = System.nanoTime() - start;
    SeededRandom moments = new SeededRandom(1);
    return () -> {
      Thread thread = new Thread(() -> end(fit));
      thread.start();
      TimeUnit.NANOSECONDS.sleep((long) (lasts * moments.nextDouble()));
      thread.interrupt();
      thread.join();
    };
  }

  private static void end(Part part) {
    try {
      part.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isFlat(String job, Part part, int count) throws InterruptedException {
    ResidentMemory memory = new ResidentMemory(Pointer::physicalBytes);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      part.run();
      if (i % Math.max(1, count / SAMPLES) == 0) {
        memory.sample();
      }
    }
    return row("%,d %s".formatted(count, job), memory, start);
  }

  private static boolean streamIsFlat(double minutes) {
    MultiLayerNetwork network = Networks.classifierOfSteps(ComparedLayer.MEMRISTIVE_FUSED, 20);
    INDArray sample = RandomData.matrix(1, 1);
    ResidentMemory memory = new ResidentMemory(Pointer::physicalBytes);
    long start = System.nanoTime();
    long nanos = (long) (minutes * TimeUnit.MINUTES.toNanos(1));
    long steps = 0;
    for (int i = 1; i <= SAMPLES; i++) {
      for (; System.nanoTime() - start < nanos / SAMPLES * i; steps++) {
        network.rnnTimeStep(sample);
      }
      memory.sample();
    }
    return row("rnnTimeStep for %.4g min, %,d steps".formatted(minutes, steps), memory, start);
  }

  private static boolean row(String name, ResidentMemory memory, long start) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %+.2f %% | %.1f | %.0f |%n",
        name,
        memory.mean() / 1e6,
        100 * memory.growth(),
        heapInUse() / 1e6,
        (System.nanoTime() - start) * 1e-9);
    return memory.growth() < FLAT;
  }

  private static long heapInUse() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** At once and in pieces a series ends in the same state. */
  private static void longSeries(int steps) {
    MultiLayerNetwork network = Networks.classifierOfSteps(ComparedLayer.MEMRISTIVE_FUSED, 20);
    INDArray series = RandomData.series(1, steps);
    long start = System.nanoTime();
    INDArray whole =
        network
            .output(series)
            .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(steps - 1));
    INDArray last = whole;
    int piece = steps / 100;
    for (int from = 0; from < steps; from += piece) {
      INDArray part =
          series.get(
              NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, from + piece));
      last =
          network
              .rnnTimeStep(part)
              .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(piece - 1));
    }
    if (last.distance2(whole) > 1e-6) {
      throw new IllegalStateException("at once " + whole + ", in pieces " + last);
    }
    size("one series of %,d steps, at once and in 100 pieces".formatted(steps), start);
  }

  /** Ten neurons feed each; what was fitted has to know the series that it was fitted to. */
  private static void sparseNeurons(int neurons) throws InterruptedException {
    SeriesSet charts = charts(30);
    long start = System.nanoTime();
    FittedModel model =
        new ModelFitter(MfEsn.plainHeterogeneous(neurons)).fit(charts, 1, EpochListener.NONE);
    double accuracy = model.score(charts);
    if (!(accuracy > 0.9)) {
      throw new IllegalStateException("accuracy " + accuracy + " on what it was fitted to");
    }
    size("a fit of %,d sparse neurons and its predictions".formatted(neurons), start);
  }

  private static void size(String name, long start) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | | | %.0f |%n",
        name,
        Pointer.physicalBytes() / 1e6,
        (System.nanoTime() - start) * 1e-9);
  }

  /**
   * Resident memory over the course of a run. The first half is warm-up: buffers, workspaces,
   * caches and compiled code come into being there.
   */
  private static final class ResidentMemory {
    private final LongSupplier bytes;
    private final List<Long> samples = new ArrayList<>();

    /**
     * Of a process.
     *
     * @param bytes what is resident now
     */
    ResidentMemory(LongSupplier bytes) {
      this.bytes = bytes;
    }

    void sample() {
      samples.add(bytes.getAsLong());
    }

    /** {@return the mean over the second half, in bytes} */
    double mean() {
      return warm().stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    /**
     * {@return by which share of its mean the memory grows from the middle to the end: a line
     * through it}
     */
    double growth() {
      List<Long> warm = warm();
      double middle = (warm.size() - 1) / 2.0;
      double covariance = 0;
      double variance = 0;
      for (int i = 0; i < warm.size(); i++) {
        covariance += (i - middle) * (warm.get(i) - mean());
        variance += (i - middle) * (i - middle);
      }
      return covariance / variance * (warm.size() - 1) / mean();
    }

    private List<Long> warm() {
      return samples.subList(samples.size() / 2, samples.size());
    }
  }
}
