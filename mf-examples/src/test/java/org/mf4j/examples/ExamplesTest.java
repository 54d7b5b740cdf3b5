package org.mf4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.TrainTest;
import org.mf4j.forecasting.Nrmse;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelKind;
import org.mf4j.signals.MackeyGlass;
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

  @Test
  void mackeyGlassIsForecast() {
    double[] signal = MackeyGlass.standard().generate(1000, 3084);
    double[] forecast = MackeyGlassForecast.forecast(MackeyGlassForecast.train(signal), signal);
    assertThat(Nrmse.of(forecast, Arrays.copyOfRange(signal, 3000, 3084))).isLessThan(0.3);
  }

  @Test
  void theHybridIsBetterThanTheReservoirThatItStartsFrom() throws InterruptedException {
    TrainTest charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    FittedModel reservoir = HybridTraining.reservoir(charts);
    FittedModel trained = HybridTraining.train(reservoir, charts, 10);
    assertThat(trained.kind()).isEqualTo(ModelKind.MF_RNN);
    assertThat(trained.score(charts.test())).isGreaterThan(reservoir.score(charts.test()));
  }
}
