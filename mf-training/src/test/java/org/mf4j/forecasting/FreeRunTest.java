package org.mf4j.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mf4j.forecasting.Forecasters.UNITS;
import static org.mf4j.forecasting.Forecasters.WASHOUT;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.ReservoirOptions;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FreeRunTest {
  private static final double[] SERIES = Forecasters.waves(600);
  private static final int STEPS = 40;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void isTheClosedLoopOfTheEquations(Forecasters kind) {
    PlainForecaster plain =
        new PlainForecaster(kind.plain(kind.weights()), UNITS, SERIES, WASHOUT, Forecasters.LAMBDA);
    double[] expected = plain.continued(SERIES, STEPS);
    double[] forecast = continued(kind.fit(Forecasters.options(), SERIES), SERIES);
    assertThat(forecast).containsExactly(expected, within(2e-3));
    assertThat(Arrays.stream(expected).max().orElseThrow()).isGreaterThan(0.3);
  }

  @ParameterizedTest
  @EnumSource
  void isWhatRnnTimeStepGivesByHandAfterSavingAndLoading(Forecasters kind) throws IOException {
    MultiLayerNetwork network = kind.fit(Forecasters.options(), SERIES);
    File file = folder.resolve("forecaster.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    MultiLayerNetwork loaded = ModelSerializer.restoreMultiLayerNetwork(file);
    float value = 0;
    for (double x : SERIES) {
      value = step(loaded, (float) x);
    }
    float[] byHand = new float[STEPS];
    for (int t = 0; t < STEPS; t++) {
      byHand[t] = value;
      value = step(loaded, value);
    }
    double[] forecast = continued(network, SERIES);
    for (int t = 0; t < STEPS; t++) {
      assertThat(forecast[t]).isCloseTo(byHand[t], within(1e-4));
    }
  }

  private static float step(MultiLayerNetwork network, float value) {
    return network.rnnTimeStep(Nd4j.createFromArray(new float[][] {{value}})).getFloat(0);
  }

  @Test
  void severalSeriesRunAsEachAlone() {
    MultiLayerNetwork network = Forecasters.LEAKY.fit(Forecasters.options(), SERIES);
    double[] first = Arrays.copyOfRange(SERIES, 0, 100);
    double[] second = Arrays.copyOfRange(SERIES, 250, 350);
    INDArray both =
        FreeRun.predict(
            network,
            Nd4j.create(new double[][][] {{first}, {second}}).castTo(DataType.FLOAT),
            STEPS);
    assertThat(both.slice(0).toDoubleVector())
        .containsExactly(continued(network, first), within(1e-4));
    assertThat(both.slice(1).toDoubleVector())
        .containsExactly(continued(network, second), within(1e-4));
  }

  @Test
  void refusesANetworkThatPutsOutSomethingElse() {
    MultiLayerNetwork network =
        new TeacherForcing(Forecasters.options())
            .fit(
                Forecasters.LEAKY.layer(1, UNITS),
                new ReservoirOptions(1, 0, 0.5),
                new double[][] {SERIES},
                new double[][] {SERIES, SERIES},
                new SeededRandom(1));
    assertThatThrownBy(() -> FreeRun.predict(network, new double[][] {SERIES}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 outputs for 1 channels");
  }

  private static double[] continued(MultiLayerNetwork network, double[] warmUp) {
    return FreeRun.predict(network, new double[][] {warmUp}, STEPS)[0];
  }
}
