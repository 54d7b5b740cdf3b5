package org.mf4j.benchmarks.layers;

import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.mf4j.benchmarks.ComparedLayer;
import org.mf4j.benchmarks.Networks;
import org.mf4j.benchmarks.RandomData;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The states of a whole set of series in one forward pass of the layer: all that a reservoir does.
 * B T divided by the time is the rate in sequence-steps per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReservoirForward {
  /** Sizes of data sets of the archive. */
  public enum Shape {
    /** The training set of SyntheticControl. */
    SYNTHETIC_CONTROL(300, 60),
    /** The training set of ECG5000. */
    ECG5000(500, 140);

    private final int batch;
    private final int steps;

    Shape(int batch, int steps) {
      this.batch = batch;
      this.steps = steps;
    }

    /** {@return B, the number of series} */
    public int batch() {
      return batch;
    }

    /** {@return T, the number of steps} */
    public int steps() {
      return steps;
    }
  }

  @Param Shape shape;

  @Param("MEMRISTIVE_FUSED")
  ComparedLayer layer;

  @Param({"100", "1000"})
  int neurons;

  private Layer reservoir;
  private INDArray series;

  /** Makes the layer and the series. */
  @Setup
  public void prepare() {
    reservoir = Networks.classifierOfSteps(layer, neurons).getLayer(0);
    series = RandomData.series(shape.batch(), shape.steps());
  }

  /**
   * All states.
   *
   * @return {@code [B,N,T]}
   */
  @Benchmark
  public INDArray activate() {
    return reservoir.activate(series, false, LayerWorkspaceMgr.noWorkspaces());
  }
}
