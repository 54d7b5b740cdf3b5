package org.mf4j.benchmarks.models;

import java.util.concurrent.TimeUnit;
import org.mf4j.benchmarks.RandomData;
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
    trainSet = RandomData.seriesSet(values, 0, train, STEPS);
    testSet = RandomData.seriesSet(values, train, test, STEPS);
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
