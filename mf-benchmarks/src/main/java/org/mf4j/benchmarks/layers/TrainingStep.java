package org.mf4j.benchmarks.layers;

import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.benchmarks.ComparedLayer;
import org.mf4j.benchmarks.Networks;
import org.mf4j.benchmarks.RandomData;
import org.nd4j.linalg.dataset.DataSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One step of training, {@code network.fit} on one batch: recurrent layer of 100 neurons, last
 * state, softmax over 5 classes, Adam.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TrainingStep {
  private static final int NEURONS = 100;

  @Param ComparedLayer layer;

  @Param("64")
  int batch;

  @Param("140")
  int steps;

  private MultiLayerNetwork network;
  private DataSet data;

  /** Makes the network and one batch. */
  @Setup
  public void prepare() {
    network = Networks.classifier(layer, NEURONS);
    data = RandomData.batch(batch, steps);
  }

  /** Forward, back and update. */
  @Benchmark
  public void fit() {
    network.fit(data);
  }
}
