package org.mf4j.benchmarks.layers;

import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.mf4j.benchmarks.ComparedLayer;
import org.mf4j.benchmarks.Networks;
import org.mf4j.benchmarks.RandomData;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
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
 * B T divided by the time is the rate in sequence-steps per second. The states lie in a workspace,
 * as a network keeps them: in fresh memory the first touch of every page, not the layer, would be
 * measured.
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

  /** As MultiLayerNetwork has it. */
  private static final WorkspaceConfiguration GROWS_TO_THE_FIRST_BATCH =
      WorkspaceConfiguration.builder()
          .initialSize(0)
          .policyLearning(LearningPolicy.FIRST_LOOP)
          .policyAllocation(AllocationPolicy.STRICT)
          .build();

  @Param Shape shape;

  @Param("MEMRISTIVE_FUSED")
  ComparedLayer layer;

  @Param({"100", "1000"})
  int neurons;

  private Layer reservoir;
  private INDArray series;
  private LayerWorkspaceMgr workspaces;

  /** Makes the layer and the series. */
  @Setup
  public void prepare() {
    reservoir = Networks.classifierOfSteps(layer, neurons).getLayer(0);
    series = RandomData.series(shape.batch(), shape.steps());
    workspaces =
        LayerWorkspaceMgr.builder()
            .with(ArrayType.ACTIVATIONS, "STATES", GROWS_TO_THE_FIRST_BATCH)
            .defaultNoWorkspace()
            .build();
  }

  /**
   * All states.
   *
   * @return one of them, for JMH
   */
  @Benchmark
  public float activate() {
    try (MemoryWorkspace states = workspaces.notifyScopeEntered(ArrayType.ACTIVATIONS)) {
      return reservoir.activate(series, false, workspaces).getFloat(0, 0, 0);
    }
  }
}
