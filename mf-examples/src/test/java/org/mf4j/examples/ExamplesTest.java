package org.mf4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.engine.Engine;
import org.mf4j.forecasting.Nrmse;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelKind;
import org.mf4j.papers.PaperTask;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.online.LeastMeanSquares;
import org.mf4j.reservoir.topology.ExactRadius;
import org.mf4j.reservoir.topology.Topology;
import org.mf4j.signals.MackeyGlass;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;

class ExamplesTest {
  @Test
  void dropInLayerLearns() {
    assertThat(DropInLayer.accuracyAfter(20)).isGreaterThan(0.5);
  }

  @Test
  void reservoirIsAboutAsGoodAsThePapersOnSyntheticControl() throws InterruptedException {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    assertThat(ReservoirInASecond.fit(charts).score(charts.test())).isCloseTo(.95, within(.05));
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
  void onlyReadoutsThatGoOnLearningFollowTheChange() {
    double[] once = OnlineAdaptation.errors(OnlineAdaptation.recursive(), 1000);
    double[] on = OnlineAdaptation.errors(OnlineAdaptation.recursive(), 2000);
    double[] meanSquares = OnlineAdaptation.errors(LeastMeanSquares.normalised(50, 1, 1), 2000);
    assertThat(on[0]).isEqualTo(once[0]).isLessThan(meanSquares[0]);
    assertThat(on[1]).isLessThan(1.5 * on[0]).isLessThan(0.5 * once[1]);
    assertThat(meanSquares[1]).isLessThan(1.5 * meanSquares[0]).isLessThan(once[1]);
  }

  @Test
  void mackeyGlassIsForecast() {
    double[] signal = MackeyGlass.standard().generate(1000, 3084);
    double[] forecast = MackeyGlassForecast.forecast(MackeyGlassForecast.train(signal), signal);
    assertThat(Nrmse.of(forecast, Arrays.copyOfRange(signal, 3000, 3084))).isLessThan(0.3);
  }

  @Test
  void theHybridIsBetterThanTheReservoirThatItStartsFrom() throws InterruptedException {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    FittedModel reservoir = HybridTraining.reservoir(charts);
    FittedModel trained = HybridTraining.train(reservoir, charts, 10);
    assertThat(trained.kind()).isEqualTo(ModelKind.MF_RNN);
    assertThat(trained.score(charts.test())).isGreaterThan(reservoir.score(charts.test()));
  }

  @Test
  void aReservoirOnChipsIsReadAgain() throws InterruptedException {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    FittedModel reservoir = HybridTraining.reservoir(charts);
    var learning =
        PaperTask.of("SyntheticControl").orElseThrow().settings(ModelKind.MF_ESN).learning();
    double kept = ImperfectHardware.onChips(reservoir, chip -> chip, charts);
    double refit =
        ImperfectHardware.onChips(
            reservoir, chip -> learning.refitted(chip, charts.train()), charts);
    assertThat(refit).isGreaterThan(kept + 0.02);
  }

  @Test
  void theGraphWithTwoBranchesLearns() {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    assertThat(BesideAnLstm.accuracy(BesideAnLstm.train(charts, 4), charts)).isGreaterThan(0.3);
  }

  @Test
  void onlyBothDirectionsSeeTheSecondPulseComing() {
    MemristiveRnn layer = BidirectionalWithMasks.layer();
    double forward = BidirectionalWithMasks.accuracy(layer, 40);
    double both = BidirectionalWithMasks.accuracy(new Bidirectional(layer), 40);
    assertThat(both).isGreaterThan(forward + 0.05);
  }

  @Test
  void neuronsThatDifferAreBetterThanEqualOnes() throws InterruptedException {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    assertThat(HeterogeneousReservoir.accuracy(MfEsn.heterogeneous(20), charts)).isGreaterThan(.96);
  }

  @Test
  void aSmallWorldKeepsItsNumberOfWiresAndWorks() throws InterruptedException {
    Topology world = new CustomTopology.SmallWorld(6, 0.2);
    double[][] ring = new CustomTopology.SmallWorld(1, 0).draw(5, new SeededRandom(1));
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertThat(ring[i][j] != 0).isEqualTo(j == (i + 1) % 5);
      }
    }
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    assertThat(CustomTopology.accuracy(new ExactRadius(world, 0.99), charts)).isGreaterThan(0.8);
  }

  @Test
  void learnedPhysicsLeavesAStepThatIsTooSmall() {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    MultiLayerNetwork network = TrainablePhysics.train(charts, 10, PhysicalConstant.DELTA_T);
    assertThat(MemristiveRnn.dynamicsOf(network.getLayer(0)).deltaT().at(0)).isGreaterThan(0.0011);
  }

  @Test
  void everyEngineOfThisMachineLearns() {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    assertThat(OnTheGpu.engines())
        .contains(Engine.FUSED)
        .allSatisfy(
            engine -> {
              MultiLayerNetwork network = OnTheGpu.network(engine, charts);
              OnTheGpu.train(network, charts, 20);
              assertThat(OnTheGpu.accuracy(network, charts)).isGreaterThan(0.6);
            });
  }

  @Test
  void filesOfCommaSeparatedValuesAreLearned(@TempDir Path folder)
      throws IOException, InterruptedException {
    OwnCsv.write(folder);
    assertThat(OwnCsv.accuracy(folder)).isGreaterThan(0.9);
  }

  @Test
  void filesOfTheArchiveAreLearnedThroughDataVec(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(TsFiles.accuracy(folder)).isGreaterThan(0.7);
  }

  @Test
  void aPlainGraphLearns() {
    SameDiff graph = PureSameDiff.graph();
    graph.fit(new SingletonDataSetIterator(PureSameDiff.series(100, 1)), 30);
    assertThat(PureSameDiff.accuracy(graph, PureSameDiff.series(200, 2))).isGreaterThan(0.75);
  }
}
