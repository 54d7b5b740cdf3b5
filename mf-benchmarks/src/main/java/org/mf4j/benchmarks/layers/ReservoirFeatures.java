package org.mf4j.benchmarks.layers;

import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.mf4j.benchmarks.ComparedLayer;
import org.mf4j.benchmarks.Networks;
import org.mf4j.benchmarks.RandomData;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the six standard summaries cost beside the states that they are made of, and what a sparse
 * recurrent matrix saves.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReservoirFeatures {
  private static final double WEIGHT = 0.2;

  @Param("64")
  int batch;

  @Param("140")
  int steps;

  @Param({"100", "500", "1000"})
  int neurons;

  /** How many neurons each neuron listens to at most; as many as there are: a dense matrix. */
  @Param({"0", "10", "1000"})
  int fanIn;

  private Layer reservoir;
  private Layer summary;
  private INDArray series;

  /** Makes the layers, of the same weights, and the series. */
  @Setup
  public void prepare() {
    reservoir = Networks.classifierOfSteps(ComparedLayer.MEMRISTIVE_FUSED, neurons).getLayer(0);
    summary = Networks.classifierOfFeatures(ComparedLayer.MEMRISTIVE_FUSED, neurons).getLayer(0);
    reservoir.setParam("RW", recurrence());
    summary.setParams(reservoir.params());
    series = RandomData.series(batch, steps);
  }

  private INDArray recurrence() {
    SeededRandom random = new SeededRandom(1);
    float[][] weights = new float[neurons][neurons];
    for (int i = 0; i < neurons; i++) {
      for (int k = 0; k < Math.min(fanIn, neurons); k++) {
        int from = fanIn >= neurons ? k : random.nextInt(neurons);
        weights[from][i] = (float) random.uniform(-WEIGHT, WEIGHT);
      }
    }
    return Nd4j.createFromArray(weights);
  }

  /**
   * All states.
   *
   * @return {@code [B,N,T]}
   */
  @Benchmark
  public INDArray states() {
    return reservoir.activate(series, false, LayerWorkspaceMgr.noWorkspaces());
  }

  /**
   * The features.
   *
   * @return {@code [B,6N]}
   */
  @Benchmark
  public INDArray features() {
    return summary.activate(series, false, LayerWorkspaceMgr.noWorkspaces());
  }
}
