package org.mf4j.benchmarks.layers;

import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
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
 * One sample of one series through a layer of 100 neurons that keeps its state, and the same
 * through DL4J's network with a softmax behind it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TimeStep {
  private static final int NEURONS = 100;

  @Param({"MEMRISTIVE_FUSED", "DL4J_SIMPLE_RNN"})
  ComparedLayer kind;

  private MultiLayerNetwork network;
  private RecurrentLayer recurrent;
  private LayerWorkspaceMgr workspaces;
  private INDArray sample;

  /** Makes the network and one sample. */
  @Setup
  public void prepare() {
    network = Networks.classifierOfSteps(kind, NEURONS);
    recurrent = (RecurrentLayer) network.getLayer(0);
    workspaces = LayerWorkspaceMgr.noWorkspaces();
    sample = RandomData.series(1, 1);
  }

  /**
   * In the layer alone.
   *
   * @return the state {@code [1,N,1]}
   */
  @Benchmark
  public INDArray layer() {
    return recurrent.rnnTimeStep(sample, workspaces);
  }

  /**
   * Through the network.
   *
   * @return class probabilities {@code [1,CLASSES,1]}
   */
  @Benchmark
  public INDArray network() {
    return network.rnnTimeStep(sample);
  }
}
