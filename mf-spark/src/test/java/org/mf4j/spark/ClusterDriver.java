package org.mf4j.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkConf;
import org.apache.spark.Success$;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchResult;
import org.mf4j.search.TrialLog;

/**
 * The driver of {@link StandaloneClusterTest}, a process of its own: fits and searches, each once
 * undisturbed and once while a worker is killed. It asks for a death by the line {@code kill}, and
 * tells how many tasks that cost.
 */
final class ClusterDriver {
  /** Of passes over all rows, as Spark names them. */
  private static final String SUMS = "treeReduce";

  private static final long MOST_MILLIS = 600_000;

  private final JavaSparkContext context;
  private final Gate gate;
  private final Watch watch = new Watch();

  private ClusterDriver(JavaSparkContext context, Path folder) {
    this.context = context;
    gate = new Gate(folder.resolve("gate").toString());
    context.sc().addSparkListener(watch);
  }

  public static void main(String[] args) throws Exception {
    endAtLast();
    SparkConf conf =
        new SparkConf()
            .setMaster(args[0])
            .setAppName("test")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.ui.enabled", "false")
            .set("spark.executor.memory", "512m")
            .set("spark.executor.extraJavaOptions", String.join(" ", StandaloneCluster.QUICK_START))
            .set("spark.sql.shuffle.partitions", "2");
    Path folder = Path.of(args[1]);
    try (JavaSparkContext context = new JavaSparkContext(MemristiveSpark.configure(conf))) {
      context.setLogLevel("WARN");
      ClusterDriver driver = new ClusterDriver(context, folder);
      System.out.println(
          "executor " + context.parallelize(List.of(1)).map(one -> limits()).first());
      driver.fit().save(folder.resolve("undisturbed.zip"));
      driver.fitOfTheDying().save(folder.resolve("killed.zip"));
      Files.writeString(folder.resolve("undisturbed.txt"), driver.search());
      Files.writeString(folder.resolve("killed.txt"), driver.searchOfTheDying());
    }
  }

  private static Dataset<Row> rows(SparkSession spark, MapFunction<Row, Row> each) {
    SeriesSet set = Waves.of(List.of("0", "1"));
    return spark
        .createDataFrame(Waves.rows(set), Waves.SCHEMA)
        .repartition(6)
        .map(each, Encoders.row(Waves.SCHEMA));
  }

  /** Nobody waits for a driver for ever. */
  private static void endAtLast() {
    Thread end =
        new Thread(
            () -> {
              try {
                Thread.sleep(MOST_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(3);
            });
    end.setDaemon(true);
    end.start();
  }

  private static String limits() {
    return System.getProperty("org.mf4j.threads") + " " + System.getenv("OMP_NUM_THREADS");
  }

  static FittedModel fit(SparkSession spark, MapFunction<Row, Row> each) {
    MemristiveEsnClassifier classifier = new MemristiveEsnClassifier();
    classifier.set(classifier.units(), 20);
    return classifier.fit(rows(spark, each)).model();
  }

  private FittedModel fit() {
    return fit(SparkSession.builder().getOrCreate(), gate);
  }

  private String search() throws IOException, InterruptedException {
    SearchResult result =
        SparkSearchTest.on(context).run(TrialLog.inMemory(), SearchListener.NONE, () -> false);
    return SparkSearchTest.ranking(result);
  }

  /** Lets one of two workers die while the tasks of both wait for that. */
  private FittedModel fitOfTheDying() throws Exception {
    watch.expectDeath(gate::close);
    return dying(this::fit, () -> gate.waiting() == 2);
  }

  /** Lets one of two workers die when both have begun with trials. */
  private String searchOfTheDying() throws Exception {
    watch.expectDeath(() -> {});
    return dying(this::search, () -> watch.busy() == 2);
  }

  private <T> T dying(Callable<T> work, BooleanSupplier now) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      await(() -> watch.alive() == 2);
      Future<T> result = thread.submit(work);
      await(now);
      System.out.println("kill");
      await(() -> watch.deaths() == 1);
      gate.open();
      T value = result.get();
      System.out.println("lost " + watch.lost());
      return value;
    } finally {
      thread.shutdownNow();
    }
  }

  private static void await(BooleanSupplier what) throws InterruptedException {
    while (!what.getAsBoolean()) {
      Thread.sleep(20);
    }
  }

  /** Where tasks that read rows wait while it is closed, each by a file with its process's name. */
  private record Gate(String folder) implements MapFunction<Row, Row> {
    @Override
    public Row call(Row row) throws InterruptedException, IOException {
      Path folder = Path.of(this.folder);
      while (Files.exists(folder)) {
        try {
          Files.write(folder.resolve("" + ProcessHandle.current().pid()), new byte[0]);
        } catch (NoSuchFileException e) {
          // Opened meanwhile.
          return row;
        }
        Thread.sleep(20);
      }
      return row;
    }

    void close() {
      new File(folder).mkdir();
    }

    int waiting() {
      String[] files = new File(folder).list();
      return files == null ? 0 : files.length;
    }

    /** By another name, so that nobody adds a file meanwhile. */
    void open() {
      new File(folder).renameTo(new File(folder + System.nanoTime()));
    }
  }

  /** What happens to executors and tasks. */
  private static final class Watch extends SparkListener {
    private final Set<String> alive = new HashSet<>();
    private final Set<String> busy = new HashSet<>();
    private Runnable atSums = () -> {};
    private int deaths;
    private int lost;

    synchronized void expectDeath(Runnable atSums) {
      this.atSums = atSums;
      deaths = 0;
      lost = 0;
      busy.clear();
    }

    synchronized int alive() {
      return alive.size();
    }

    synchronized int busy() {
      return busy.size();
    }

    synchronized int deaths() {
      return deaths;
    }

    synchronized int lost() {
      return lost;
    }

    @Override
    public synchronized void onExecutorAdded(SparkListenerExecutorAdded added) {
      alive.add(added.executorId());
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
      alive.remove(removed.executorId());
      deaths++;
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
      if (stage.stageInfo().name().startsWith(SUMS)) {
        atSums.run();
        atSums = () -> {};
      }
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart task) {
      busy.add(task.taskInfo().executorId());
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
      lost += task.reason() == Success$.MODULE$ ? 0 : 1;
    }
  }
}
