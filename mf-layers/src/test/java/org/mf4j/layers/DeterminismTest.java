package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mf4j.layers.Batches.assertDifferent;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The same seed gives the same bits, whatever the number of threads. */
class DeterminismTest {
  private static final String THREADS = "org.mf4j.threads";
  private static final int BATCH = 150;
  private static final int STEPS = 4;

  @AfterEach
  void restoreThreads() {
    System.clearProperty(THREADS);
  }

  private static DataSet data(LayerCase c) {
    return new DataSet(
        Batches.uniform(2, c.dataType(), BATCH, LayerCase.N_IN, STEPS),
        Batches.classesPerStep(3, c.dataType(), BATCH, STEPS));
  }

  private static MultiLayerNetwork net(LayerCase c) {
    return Nets.of(c, c.layer(), c.upperLayer(), Nets.outputPerStep());
  }

  @EveryLayer
  void theNumberOfThreadsChangesNoBit(LayerCase c) {
    INDArray params = null;
    INDArray output = null;
    for (int threads : new int[] {1, 2, 5}) {
      System.setProperty(THREADS, Integer.toString(threads));
      MultiLayerNetwork net = net(c);
      net.fit(data(c));
      net.fit(data(c));
      INDArray predicted = net.output(data(c).getFeatures());
      if (params != null) {
        assertThat(bits(net.params())).isEqualTo(bits(params));
        assertThat(bits(predicted)).isEqualTo(bits(output));
      }
      params = net.params();
      output = predicted;
    }
  }

  /** Equality of arrays in ND4J has a tolerance; this has none. */
  private static double[] bits(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  @EveryLayer
  void theSeedDecidesTheWeights(LayerCase c) {
    assertThat(bits(net(c).params())).isEqualTo(bits(net(c).params()));
    MultiLayerNetwork other =
        Nets.of(
            Nets.configuration(c.dataType()).seed(13),
            c.layer(),
            c.upperLayer(),
            Nets.outputPerStep());
    assertDifferent(other.params(), net(c).params());
  }

  @EveryLayer
  void runningDrawsNothingFromTheGlobalRandomState(LayerCase c) {
    MultiLayerNetwork net = net(c);
    Nd4j.getRandom().setSeed(99);
    long expected = Nd4j.getRandom().nextLong();
    Nd4j.getRandom().setSeed(99);
    net.fit(data(c));
    net.output(data(c).getFeatures());
    net.rnnTimeStep(data(c).getFeatures());
    assertThat(Nd4j.getRandom().nextLong()).isEqualTo(expected);
  }
}
