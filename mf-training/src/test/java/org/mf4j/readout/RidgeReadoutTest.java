package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.networks.Head;
import org.mf4j.networks.Optimiser;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.PlainReservoir;
import org.mf4j.reservoir.ReservoirNetwork;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.training.TrainableNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class RidgeReadoutTest {
  private static final int UNITS = 12;
  private static final ReservoirOptions OPTIONS = new ReservoirOptions(1, 0.1, 0.9);

  @Test
  void solvesTheReadoutOfTheLastStatesWhateverTheBatchesAndLengths() {
    SeriesSet set = randomSeries(30);
    double[][] states =
        PlainReservoir.leaky(OPTIONS.draw(2, UNITS, new SeededRandom(5)), 1)
            .lastStates(set.series());
    double[] targets = set.series().stream().mapToDouble(Series::target).toArray();
    double[] expected = PlainRidge.fit(states, targets, 0.1);

    for (int batch : new int[] {1, 7, 30}) {
      MultiLayerNetwork network = solved(set, batch);
      for (int j = 0; j < UNITS; j++) {
        assertThat(network.getParam("1_W").getDouble(j, 0))
            .isCloseTo(expected[j], within(1e-4 * (1 + Math.abs(expected[j]))));
      }
      assertThat(network.getParam("1_b").getDouble(0))
          .isCloseTo(expected[UNITS], within(1e-4 * (1 + Math.abs(expected[UNITS]))));
    }
  }

  @Test
  void outputOfTheNetworkIsThePredictionOfTheReadout() {
    SeriesSet set = randomSeries(30);
    double[][] states =
        PlainReservoir.leaky(OPTIONS.draw(2, UNITS, new SeededRandom(5)), 1)
            .lastStates(set.series());
    double[] model =
        PlainRidge.fit(states, set.series().stream().mapToDouble(Series::target).toArray(), 0.1);
    MultiLayerNetwork network = solved(set, 30);
    DataSet all = SeriesIterator.inOrder(set, TargetCoding.REGRESSION, 30).next();
    INDArray output = network.output(all.getFeatures(), false, all.getFeaturesMaskArray(), null);
    for (int i = 0; i < 30; i++) {
      double expected = model[UNITS];
      for (int j = 0; j < UNITS; j++) {
        expected += states[i][j] * model[j];
      }
      assertThat(output.getDouble(i, 0)).isCloseTo(expected, within(1e-4));
    }
  }

  /** The plain reference on features that were standardised by hand. */
  @Test
  void standardisationIsFoldedIntoTheOutputLayer() {
    SeriesSet set = randomSeries(30);
    double[][] states =
        PlainReservoir.leaky(OPTIONS.draw(2, UNITS, new SeededRandom(5)), 1)
            .lastStates(set.series());
    double[][] standardised = new double[30][UNITS];
    for (int j = 0; j < UNITS; j++) {
      int column = j;
      double mean = Arrays.stream(states).mapToDouble(row -> row[column]).average().orElseThrow();
      double variance =
          Arrays.stream(states)
              .mapToDouble(row -> Math.pow(row[column] - mean, 2))
              .average()
              .orElseThrow();
      for (int i = 0; i < 30; i++) {
        standardised[i][j] = (states[i][j] - mean) / Math.sqrt(variance);
      }
    }
    double[] targets = set.series().stream().mapToDouble(Series::target).toArray();
    double[] model = PlainRidge.fit(standardised, targets, 0.1);
    MultiLayerNetwork network = reservoir(1);
    RidgeFit fit =
        new RidgeReadout(RidgeOptions.fixed(0.1).withStandardise(true))
            .fit(network, SeriesIterator.inOrder(set, TargetCoding.REGRESSION, 7));
    assertThat(fit.lambda()).isEqualTo(0.1);
    assertThat(fit.errors()).isEmpty();
    DataSet all = SeriesIterator.inOrder(set, TargetCoding.REGRESSION, 30).next();
    INDArray output = network.output(all.getFeatures(), false, all.getFeaturesMaskArray(), null);
    for (int i = 0; i < 30; i++) {
      double expected = model[UNITS];
      for (int j = 0; j < UNITS; j++) {
        expected += standardised[i][j] * model[j];
      }
      assertThat(output.getDouble(i, 0)).isCloseTo(expected, within(1e-4));
    }
  }

  /** One example per step that the mask of the labels leaves: a washout. */
  @Test
  void solvesSequencesOfOutputsStepByStep() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .list()
                .layer(new SimpleRnn.Builder().nIn(1).nOut(5).build())
                .layer(
                    new RnnOutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(5)
                        .nOut(1)
                        .build())
                .build());
    network.init();
    INDArray x = Nd4j.create(RidgeTest.matrix(2, 20, 1)).castTo(DataType.FLOAT).reshape(2, 1, 20);
    INDArray y = Nd4j.create(RidgeTest.matrix(2, 20, 2)).castTo(DataType.FLOAT).reshape(2, 1, 20);
    INDArray mask = Nd4j.ones(DataType.FLOAT, 2, 20);
    mask.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 6)).assign(0);
    INDArray states = network.feedForward(x).get(1);
    double[][] rows = new double[28][5];
    double[] targets = new double[28];
    for (int i = 0; i < 28; i++) {
      for (int j = 0; j < 5; j++) {
        rows[i][j] = states.getDouble(i / 14, j, 6 + i % 14);
      }
      targets[i] = y.getDouble(i / 14, 0, 6 + i % 14);
    }
    double[] expected = PlainRidge.fit(rows, targets, 0.1);
    new RidgeReadout(0.1).fit(network, new ViewIterator(new DataSet(x, y, null, mask), 2));
    for (int j = 0; j < 5; j++) {
      assertThat(network.getParam("1_W").getDouble(j, 0)).isCloseTo(expected[j], within(1e-4));
    }
    assertThat(network.getParam("1_b").getDouble(0)).isCloseTo(expected[5], within(1e-4));
  }

  @Test
  void refusesAnOutputLayerThatIsNotLinear() {
    SeriesSet set = randomSeries(3);
    MultiLayerNetwork sigmoid =
        TrainableNetwork.assemble(
            new SimpleRnn.Builder().nIn(2).nOut(UNITS).build(),
            Head.BINARY,
            1,
            Optimiser.adam(0.1),
            new SeededRandom(1));
    assertThatThrownBy(
            () ->
                new RidgeReadout(1)
                    .fit(sigmoid, SeriesIterator.inOrder(set, TargetCoding.REGRESSION, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("activation identity");
  }

  private static MultiLayerNetwork solved(SeriesSet set, int batch) {
    MultiLayerNetwork network = reservoir(1);
    new RidgeReadout(0.1).fit(network, SeriesIterator.inOrder(set, TargetCoding.REGRESSION, batch));
    return network;
  }

  private static MultiLayerNetwork reservoir(int outputs) {
    SimpleRnn layer =
        new SimpleRnn.Builder().nIn(2).nOut(UNITS).activation(Activation.TANH).build();
    return ReservoirNetwork.assemble(layer, OPTIONS, outputs, new SeededRandom(5));
  }

  /** Series of two channels and 3 to 12 steps; the target is a function of the last steps. */
  private static SeriesSet randomSeries(int count) {
    SeededRandom random = new SeededRandom(11);
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = 3 + random.nextInt(10);
      double[][] channels =
          IntStream.range(0, 2)
              .mapToObj(c -> random.split())
              .map(r -> IntStream.range(0, length).mapToDouble(t -> r.nextGaussian()).toArray())
              .toArray(double[][]::new);
      series.add(new Series(channels, channels[0][length - 1] - channels[1][length - 2]));
    }
    return new SeriesSet("random", List.of(), series);
  }
}
