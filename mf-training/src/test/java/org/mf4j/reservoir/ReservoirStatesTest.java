package org.mf4j.reservoir;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.layers.RecurrentStack;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** The states of the networks against the equations, on series of unequal lengths. */
class ReservoirStatesTest {
  private static final int UNITS = 30;
  private static final ReservoirOptions OPTIONS = new ReservoirOptions(1, 0.1, 0.9);
  private static final SeriesSet SERIES = randomSeries(20);

  @Test
  void memristive() {
    MemristiveDynamics dynamics =
        MemristiveDynamics.paper().withGamma(0.95).withSlope(5).withDeltaT(0.1);
    assertStates(
        new MemristiveRnn.Builder().nIn(2).nOut(UNITS).dynamics(dynamics).build(),
        PlainReservoir.memristive(OPTIONS.draw(2, UNITS, new SeededRandom(3)), 0.95, 5, 0.1));
  }

  @Test
  void leaky() {
    assertStates(
        new LeakyRnn.Builder().nIn(2).nOut(UNITS).leakRate(0.3).build(),
        PlainReservoir.leaky(OPTIONS.draw(2, UNITS, new SeededRandom(3)), 0.3));
  }

  @Test
  void deep() {
    MemristiveDynamics dynamics =
        MemristiveDynamics.paper().withGamma(0.95).withSlope(5).withDeltaT(0.1);
    RecurrentStack stack =
        new RecurrentStack(
            new LeakyRnn.Builder().nIn(2).nOut(UNITS).leakRate(0.3).build(),
            new MemristiveRnn.Builder().nOut(12).dynamics(dynamics).build());
    ReservoirOptions upper = new ReservoirOptions(0.5, 0, 0.8);
    MultiLayerNetwork network =
        ReservoirNetwork.assemble(stack, List.of(OPTIONS, upper), 1, new SeededRandom(3));
    SeededRandom random = new SeededRandom(3);
    PlainReservoir first = PlainReservoir.leaky(OPTIONS.draw(2, UNITS, random.split()), 0.3);
    PlainReservoir second =
        PlainReservoir.memristive(upper.draw(UNITS, 12, random.split()), 0.95, 5, 0.1);
    double[][] below = first.lastStates(SERIES.series());
    double[][] above = second.lastStates(SERIES.series().stream().map(first::states).toList());
    double[][] all = new double[below.length][];
    Arrays.setAll(all, i -> DoubleStream.concat(stream(below[i]), stream(above[i])).toArray());
    assertStates(network, all);
  }

  @Test
  void everyLayerOfAStackNeedsItsOptions() {
    RecurrentStack stack = new RecurrentStack(new LeakyRnn.Builder().nIn(2).nOut(3).build());
    assertThatThrownBy(
            () ->
                ReservoirNetwork.assemble(stack, List.of(OPTIONS, OPTIONS), 1, new SeededRandom(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("options: 2 for a stack of 1 layers; give one each");
  }

  private static void assertStates(BaseRecurrentLayer layer, PlainReservoir reference) {
    assertStates(
        ReservoirNetwork.assemble(layer, OPTIONS, 1, new SeededRandom(3)),
        reference.lastStates(SERIES.series()));
  }

  private static void assertStates(MultiLayerNetwork network, double[][] expected) {
    DataSet all = SeriesIterator.inOrder(SERIES, TargetCoding.REGRESSION, SERIES.size()).next();
    INDArray states =
        network.feedForward(all.getFeatures(), all.getFeaturesMaskArray(), null).get(1);
    for (int i = 0; i < expected.length; i++) {
      assertThat(states.getRow(i).toDoubleVector()).containsExactly(expected[i], within(1e-5));
    }
  }

  private static SeriesSet randomSeries(int count) {
    SeededRandom random = new SeededRandom(1);
    List<Series> series =
        IntStream.range(0, count)
            .map(i -> 1 + random.nextInt(60))
            .mapToObj(
                length ->
                    IntStream.range(0, 2)
                        .mapToObj(c -> random.split())
                        .map(
                            r ->
                                IntStream.range(0, length)
                                    .mapToDouble(t -> r.nextGaussian())
                                    .toArray())
                        .toArray(double[][]::new))
            .map(channels -> new Series(channels, 0))
            .toList();
    return new SeriesSet("random", List.of(), series);
  }
}
