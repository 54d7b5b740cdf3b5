package org.mf4j.reservoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.options.Distribution;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.input.UniformInput;
import org.mf4j.reservoir.topology.ExactRadius;
import org.mf4j.reservoir.topology.Uncoupled;

class ReservoirOptionsTest {
  private static final ReservoirOptions OPTIONS = new ReservoirOptions(2, 0.5, 0.9);

  @Test
  void drawsEveryWeightFromItsRange() {
    RecurrentWeights weights = OPTIONS.draw(3, 400, new SeededRandom(1));
    assertThat(largest(weights.input())).isBetween(1.98, 2.0);
    assertThat(largest(weights.bias())).isBetween(0.49, 0.5);
    assertThat(weights.input()).hasDimensions(3, 400);
    assertThat(weights.recurrent()).hasDimensions(400, 400);
    assertThat(weights.bias()).hasDimensions(1, 400);
  }

  @Test
  void theSeedDecidesTheWeights() {
    RecurrentWeights first = OPTIONS.draw(1, 20, new SeededRandom(3));
    RecurrentWeights same = OPTIONS.draw(1, 20, new SeededRandom(3));
    RecurrentWeights other = OPTIONS.draw(1, 20, new SeededRandom(4));
    assertThat(same.recurrent()).isDeepEqualTo(first.recurrent());
    assertThat(same.input()).isDeepEqualTo(first.input());
    assertThat(other.recurrent()[0]).doesNotContain(first.recurrent()[0]);
  }

  @Test
  void anotherTopologyLeavesTheOtherWeights() {
    RecurrentWeights first = OPTIONS.draw(1, 20, new SeededRandom(3));
    RecurrentWeights exact =
        OPTIONS.withTopology(new ExactRadius(0.9)).draw(1, 20, new SeededRandom(3));
    assertThat(exact.input()).isDeepEqualTo(first.input());
    assertThat(exact.bias()).isDeepEqualTo(first.bias());
    assertThat(exact.recurrent()[0]).doesNotContain(first.recurrent()[0]);
  }

  @Test
  void everyNeuronHasItsOwnScalings() {
    Distribution scaling = new Distribution.LogUniform(0.1, 10);
    ReservoirOptions options =
        new ReservoirOptions(new UniformInput(scaling), scaling, new Uncoupled());
    RecurrentWeights weights = options.draw(400, 50, new SeededRandom(1));
    double[] largest = new double[50];
    for (double[] row : weights.input()) {
      for (int j = 0; j < 50; j++) {
        largest[j] = Math.max(largest[j], Math.abs(row[j]));
      }
    }
    Arrays.sort(largest);
    assertThat(largest[0]).isBetween(0.09, 0.3);
    assertThat(largest[25]).isBetween(0.4, 2.5);
    assertThat(largest[49]).isBetween(4.0, 10.0);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, inputScaling = 0.0: must be finite and above 0",
    "1, -1, 1, biasScaling = -1.0: must be finite and 0 or above",
    "1, 0, -0.1, spectralRadius = -0.1: must be finite and 0 or above",
    "1, 0, NaN, spectralRadius = NaN: must be finite and 0 or above",
  })
  void refusesValuesOutOfRange(double omega, double beta, double rho, String message) {
    assertThatThrownBy(() -> new ReservoirOptions(omega, beta, rho))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static double largest(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
  }
}
