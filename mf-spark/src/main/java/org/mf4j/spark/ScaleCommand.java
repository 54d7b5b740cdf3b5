package org.mf4j.spark;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.training.EpochListener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scale}: what so many series cost here, without any data to bring. */
@Command(
    name = "scale",
    description =
        "Make series on the executors, fit a model to them, score as many others, and tell what it"
            + " costs.")
final class ScaleCommand implements Callable<Integer> {
  private static final double MEBI = 1 << 20;
  private static final double NANOS = 1e9;

  /** A fit of so many loads classes and lets Java compile them. */
  private static final long START_SERIES = 2_000;

  private static final int PARTITIONS_PER_CORE = 4;

  @Option(
      names = "--series",
      defaultValue = "1000000",
      paramLabel = "N",
      description = "How many are fitted, and how many are scored. Default: ${DEFAULT-VALUE}.")
  private long series;

  @Option(
      names = "--steps",
      defaultValue = "32",
      paramLabel = "T",
      description = "Length of every series. Default: ${DEFAULT-VALUE}.")
  private int steps;

  @Option(
      names = "--model",
      defaultValue = "mf-esn",
      paramLabel = "NAME",
      description = "mf-esn, hetero-mf-esn or plain-hetero-mf-esn. Default: ${DEFAULT-VALUE}.")
  private String model;

  @Option(
      names = "--units",
      defaultValue = "50",
      paramLabel = "N",
      description = "Number of neurons. Default: ${DEFAULT-VALUE}.")
  private int units;

  @Option(names = "--partitions", paramLabel = "N", description = "Default: four per core.")
  private Integer partitions;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Decides every random number. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--local",
      description =
          "Also fit by the fitter of one machine, in the driver, which holds all series then.")
  private boolean local;

  @Option(
      names = "--repeats",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "How often every fit is made; medians are told, as Java still compiles in the first."
              + " Default: ${DEFAULT-VALUE}.")
  private int repeats;

  @Mixin private JsonOption json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    check();
    SparkSession spark = Main.session();
    int cores = spark.sparkContext().defaultParallelism();
    int parts = partitions == null ? PARTITIONS_PER_CORE * cores : partitions;
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("series", series);
    report.put("steps", steps);
    report.put("model", model);
    report.put("units", units);
    report.put("partitions", parts);
    report.put("cores", cores);
    report.put("repeats", repeats);
    if (local) {
      measure("localStart", report, () -> localFit(START_SERIES));
      repeated(report, one -> measure("localFit", one, () -> localFit(series)));
    }
    Tasks tasks = new Tasks();
    spark.sparkContext().addSparkListener(tasks);
    GeneratedSeries generated = new GeneratedSeries(seed, steps);
    measure("start", report, () -> fit(generated.frame(spark, 0, START_SERIES, parts)));
    tasks.report(spark.sparkContext(), "start", report);
    MemristiveEsnModel fitted =
        repeated(
            report,
            one -> {
              MemristiveEsnModel result =
                  measure("fit", one, () -> fit(generated.frame(spark, 0, series, parts)));
              tasks.report(spark.sparkContext(), "fit", one);
              return result;
            });
    Dataset<Row> others = generated.frame(spark, series, 2 * series, parts);
    report.put("accuracy", measure("score", report, () -> accuracy(fitted, others)));
    tasks.report(spark.sparkContext(), "score", report);
    spark.sparkContext().removeSparkListener(tasks);
    report.put("driverPeakMiB", PeakMemory.ofProcess() / MEBI);
    report.put("executorPeakMiB", PeakMemory.ofExecutors(spark.sparkContext()) / MEBI);
    print(report);
    json.write(report);
    return CommandLine.ExitCode.OK;
  }

  private void check() {
    if (!MemristiveEsn.MODELS.contains(model)) {
      throw new IllegalArgumentException(
          "--model %s: must be one of %s"
              .formatted(model, String.join(", ", MemristiveEsn.MODELS)));
    }
    requirePositive("--series", series - 1);
    requirePositive("--steps", steps);
    requirePositive("--repeats", repeats);
    if (partitions != null) {
      requirePositive("--partitions", partitions);
    }
    json.check();
  }

  private static void requirePositive(String option, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(option + ": is too small; give more");
    }
  }

  /** Those of {@code mf train}, without probabilities, which take another pass. */
  private ModelSettings settings() {
    ModelKind kind = ModelKind.of(model);
    return kind.preset().orElseGet(kind::plain).withUnits(units);
  }

  private MemristiveEsnModel fit(Dataset<Row> rows) {
    MemristiveEsnClassifier estimator = new MemristiveEsnClassifier();
    estimator.set(estimator.calibrated(), false);
    estimator.set(estimator.seed(), seed);
    return estimator.setSettings(settings()).fit(rows);
  }

  private FittedModel localFit(long count) throws InterruptedException {
    SeriesSet set = new GeneratedSeries(seed, steps).set(0, count);
    return new ModelFitter(settings()).fit(set, seed, EpochListener.NONE);
  }

  private static double accuracy(MemristiveEsnModel model, Dataset<Row> rows) {
    Column right = col("prediction").equalTo(col("label")).cast(DataTypes.DoubleType);
    return model.transform(rows).agg(avg(right)).head().getDouble(0);
  }

  private void print(Map<String, Object> report) {
    PrintWriter out = spec.commandLine().getOut();
    report.forEach(
        (name, value) ->
            out.printf(
                Locale.ROOT,
                "%-20s %s%n",
                name,
                value instanceof Double number
                    ? String.format(Locale.ROOT, "%.3f", number)
                    : value));
    out.flush();
  }

  private interface Repeated<T> {
    T run(Map<String, Object> report) throws Exception;
  }

  /** Reports the median of every number; the result is the last. */
  private <T> T repeated(Map<String, Object> report, Repeated<T> work) throws Exception {
    List<Map<String, Object>> all = new ArrayList<>();
    T result = null;
    for (int i = 0; i < repeats; i++) {
      Map<String, Object> one = new LinkedHashMap<>();
      result = work.run(one);
      all.add(one);
    }
    for (String name : all.get(0).keySet()) {
      all.sort(Comparator.comparingDouble(one -> ((Number) one.get(name)).doubleValue()));
      report.put(name, all.get(repeats / 2).get(name));
    }
    return result;
  }

  /** Seconds by the clock on the wall, and those of all processors that this process has used. */
  private static <T> T measure(String name, Map<String, Object> report, Callable<T> work)
      throws Exception {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long wall = System.nanoTime();
    long processors = system.getProcessCpuTime();
    T result = work.call();
    report.put(name + "Seconds", (System.nanoTime() - wall) / NANOS);
    report.put(name + "DriverCpuSeconds", (system.getProcessCpuTime() - processors) / NANOS);
    return result;
  }

  /** What tasks, wherever they run, have used and sent since the last report. */
  private static final class Tasks extends SparkListener {
    private final LongAdder processors = new LongAdder();
    private final LongAdder shuffled = new LongAdder();
    private final LongAdder results = new LongAdder();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.taskMetrics() != null) {
        processors.add(end.taskMetrics().executorCpuTime());
        shuffled.add(end.taskMetrics().shuffleWriteMetrics().bytesWritten());
        results.add(end.taskMetrics().resultSize());
      }
    }

    void report(SparkContext context, String name, Map<String, Object> report)
        throws TimeoutException {
      // Listeners hear of tasks a little later.
      context.listenerBus().waitUntilEmpty();
      report.put(name + "TaskCpuSeconds", processors.sumThenReset() / NANOS);
      report.put(name + "ShuffledBytes", shuffled.sumThenReset());
      report.put(name + "ResultBytes", results.sumThenReset());
    }
  }
}
