package org.mf4j.benchmarks.models;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.mf4j.benchmarks.RandomData;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.PaperTask;
import org.mf4j.training.EpochListener;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * MF-ESN with the papers' settings for ECG5000 from the drawing of its weights to the accuracy on
 * the test set, on random series of that set's sizes: 500 to fit, 4,500 to test, 140 steps.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReservoirFit {
  private static final int STEPS = 140;
  private static final List<String> CLASSES = List.of("1", "2", "3", "4", "5");

  @Param("500")
  int train;

  @Param("4500")
  int test;

  private ModelFitter fitter;
  private SeriesSet trainSet;
  private SeriesSet testSet;

  /** Draws the series. */
  @Setup
  public void prepare() {
    ModelSettings settings = PaperTask.of("ECG5000").orElseThrow().settings(ModelKind.MF_ESN);
    fitter = new ModelFitter(settings);
    float[] values = RandomData.normal((train + test) * STEPS);
    trainSet = series(values, 0, train);
    testSet = series(values, train, test);
  }

  private static SeriesSet series(float[] values, int first, int count) {
    return new SeriesSet(
        "random",
        CLASSES,
        IntStream.range(first, first + count).mapToObj(i -> one(values, i)).toList());
  }

  private static Series one(float[] values, int index) {
    double[] channel =
        IntStream.range(0, STEPS).mapToDouble(t -> values[index * STEPS + t]).toArray();
    return new Series(new double[][] {channel}, index % CLASSES.size());
  }

  /**
   * Fit and test.
   *
   * @return the accuracy, which is that of guessing
   * @throws InterruptedException never: a reservoir is not trained in epochs
   */
  @Benchmark
  public double fitAndTest() throws InterruptedException {
    return fitter.fit(trainSet, 1, EpochListener.NONE).score(testSet);
  }
}
