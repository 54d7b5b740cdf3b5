package org.mf4j.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mf4j.forecasting.Forecasters.UNITS;
import static org.mf4j.forecasting.Forecasters.WASHOUT;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.signals.LorenzSystem;

class TeacherForcingTest {
  /** Longer than a piece of the stream, so that the states must carry over. */
  private static final double[] SERIES = Forecasters.waves(1400);

  @ParameterizedTest
  @EnumSource
  void solvesTheRidgeRegressionOfTheNextValueOnTheStates(Forecasters kind) {
    PlainForecaster expected = plain(kind, 0, 1);
    assertReadout(kind.fit(Forecasters.options(), SERIES), expected);
  }

  @ParameterizedTest
  @EnumSource
  void normalisationIsPartOfTheWeightsAndNothingIsLeftToUndo(Forecasters kind) {
    double[] raw = Arrays.stream(SERIES).map(x -> 20 + 5 * x).toArray();
    double mean = Arrays.stream(raw, 0, 1399).average().orElseThrow();
    double std = Math.sqrt(Nrmse.variance(Arrays.copyOf(raw, 1399)));
    PlainForecaster expected =
        new PlainForecaster(
            kind.plain(PlainForecaster.normalised(kind.weights(), mean, std)),
            UNITS,
            raw,
            WASHOUT,
            Forecasters.LAMBDA);
    assertReadout(kind.fit(Forecasters.options().withNormalised(true), raw), expected);
  }

  @Test
  void theWashoutIsLeftOutExactly() {
    double[] target = Forecasters.waves(1400);
    MultiLayerNetwork network = fit(target);
    target[WASHOUT - 1] = 1e6;
    assertThat(fit(target).params()).isEqualTo(network.params());
    target[WASHOUT] += 0.1;
    assertThat(fit(target).params()).isNotEqualTo(network.params());
  }

  private static MultiLayerNetwork fit(double[] target) {
    return Forecasters.LEAKY.fit(Forecasters.options(), SERIES, target);
  }

  @Test
  void theNetworkIsAFrozenLayerAndALinearOutputAtEveryStep() {
    MultiLayerNetwork network = Forecasters.MEMRISTIVE.fit(Forecasters.options(), SERIES);
    assertThat(network.getLayerWiseConfigurations().getConf(0).getLayer())
        .isInstanceOf(FrozenLayer.class);
    assertThat(network.getLayerWiseConfigurations().getConf(1).getLayer())
        .isInstanceOf(RnnOutputLayer.class);
  }

  @ParameterizedTest
  @EnumSource
  void learnsSeveralChannels(Forecasters kind) {
    double[][] lorenz = LorenzSystem.lorenz63().generate(1, 1, 1, 500, 3000);
    MultiLayerNetwork network =
        new TeacherForcing(ForecastOptions.standard())
            .fit(
                kind.layer(3, 60),
                new ReservoirOptions(0.1, 0.3, 0.5),
                lorenz,
                new SeededRandom(1));
    double[][] next = OneStep.predict(network, lorenz);
    for (int c = 0; c < 3; c++) {
      double[] predictions = Arrays.copyOfRange(next[c], 100, 2999);
      double[] targets = Arrays.copyOfRange(lorenz[c], 101, 3000);
      assertThat(Nrmse.of(predictions, targets)).isLessThan(0.05);
    }
  }

  @Test
  void aConstantChannelIsNoReasonToFail() {
    double[] constant = new double[1400];
    Arrays.fill(constant, 3);
    MultiLayerNetwork network =
        Forecasters.LEAKY.fit(ForecastOptions.standard(), SERIES, constant.clone());
    assertThat(network.params().toDoubleVector()).doesNotContain(Double.NaN);
    network = Forecasters.LEAKY.fit(ForecastOptions.standard(), SERIES, constant);
    assertThat(OneStep.predict(network, new double[][] {SERIES})[0][1399])
        .isCloseTo(3, within(1e-4));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> Forecasters.LEAKY.fit(Forecasters.options(), new double[30], SERIES))
        .hasMessage("targets: 1400 steps beside inputs of 30; must agree");
    assertThatThrownBy(
            () -> Forecasters.LEAKY.fit(Forecasters.options(), new double[30], new double[30]))
        .hasMessage("washout = 30: must be below the 30 steps to fit");
    assertThatThrownBy(() -> Forecasters.options().withWashout(-1))
        .hasMessage("washout = -1.0: must be finite and 0 or above");
  }

  private static PlainForecaster plain(Forecasters kind, double mean, double std) {
    return new PlainForecaster(
        kind.plain(PlainForecaster.normalised(kind.weights(), mean, std)),
        UNITS,
        SERIES,
        WASHOUT,
        Forecasters.LAMBDA);
  }

  private static void assertReadout(MultiLayerNetwork network, PlainForecaster expected) {
    double[] readout = expected.readout();
    double largest = Arrays.stream(readout).map(Math::abs).max().orElseThrow();
    assertThat(network.getParam("1_W").toDoubleVector())
        .containsExactly(Arrays.copyOf(readout, UNITS), within(1e-3 * largest));
    assertThat(network.getParam("1_b").getDouble(0))
        .isCloseTo(readout[UNITS], within(1e-3 * largest));
  }
}
