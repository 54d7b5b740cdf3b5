package org.mf4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.TrainTest;
import org.nd4j.linalg.api.ndarray.INDArray;

class ExamplesTest {
  @Test
  void dropInLayerLearns() {
    assertThat(DropInLayer.accuracyAfter(20)).isGreaterThan(0.5);
  }

  @Test
  void reservoirIsAboutAsGoodAsThePapersOnSyntheticControl() throws InterruptedException {
    TrainTest charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    assertThat(ReservoirInASecond.fit(charts).score(charts.test())).isCloseTo(.95, within(.05));
  }

  @Test
  void heterogeneousNeuronsBeatThePapersOnControlCharts() throws InterruptedException {
    TrainTest charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    String[] cells = HeterogeneousScores.row(charts, 1, 50).split(" *\\| *", -1);
    assertThat(cells[1]).isEqualTo("ControlCharts");
    assertThat(Double.parseDouble(cells[2].split(" ", 2)[0])).isGreaterThan(.97);
  }

  @Test
  void streamingGivesTheOutputsOfTheWholeSignal() {
    MultiLayerNetwork network = Streaming.network();
    INDArray signal = Streaming.sine();
    INDArray whole = network.output(signal);
    assertThat(whole.stdNumber().doubleValue()).isGreaterThan(1e-3);
    INDArray pieces = Streaming.streamed(network, signal);
    assertThat(whole.sub(pieces).amaxNumber().doubleValue()).isLessThan(1e-6);
  }
}
