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
 * The training step of {@link TrainingStep} for series from short to long. The time divided by T is
 * to stay flat: what is kept for the way back leaves the cache and then the fast memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LengthScaling {
  private static final int BATCH = 64;
  private static final int NEURONS = 100;

  @Param({"60", "140", "500", "1500", "5000"})
  int steps;

  private MultiLayerNetwork network;
  private DataSet data;

  /** Makes the network and one batch. */
  @Setup
  public void prepare() {
    network = Networks.classifier(ComparedLayer.MEMRISTIVE_FUSED, NEURONS);
    data = RandomData.batch(BATCH, steps);
  }

  /** Forward, back and update. */
  @Benchmark
  public void fit() {
    network.fit(data);
  }
}
