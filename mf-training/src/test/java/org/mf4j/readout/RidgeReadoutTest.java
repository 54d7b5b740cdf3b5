package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.data.Series;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.SeriesSet;
import org.mf4j.data.TargetCoding;
import org.mf4j.networks.Head;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.PlainReservoir;
import org.mf4j.reservoir.ReservoirNetwork;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.training.TrainableNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

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

  @Test
  void refusesAnOutputLayerThatIsNotLinear() {
    SeriesSet set = randomSeries(3);
    MultiLayerNetwork sigmoid =
        TrainableNetwork.assemble(
            new SimpleRnn.Builder().nIn(2).nOut(UNITS).build(),
            Head.BINARY,
            1,
            0.1,
            new SeededRandom(1));
    assertThatThrownBy(
            () ->
                new RidgeReadout(1)
                    .fit(sigmoid, SeriesIterator.inOrder(set, TargetCoding.REGRESSION, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("activation identity");
  }

  private static MultiLayerNetwork solved(SeriesSet set, int batch) {
    SimpleRnn layer =
        new SimpleRnn.Builder().nIn(2).nOut(UNITS).activation(Activation.TANH).build();
    MultiLayerNetwork network = ReservoirNetwork.assemble(layer, OPTIONS, 1, new SeededRandom(5));
    new RidgeReadout(0.1).fit(network, SeriesIterator.inOrder(set, TargetCoding.REGRESSION, batch));
    return network;
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
