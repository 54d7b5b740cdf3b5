package org.mf4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.mf4j.random.SeededRandom;

class RandomMatrixTest {
  @Test
  void uniformFillsTheIntervalEvenly() {
    double[][] matrix = RandomMatrix.uniform(200, 100, 3, new SeededRandom(1));
    assertThat(matrix).hasDimensions(200, 100);
    assertThat(entries(matrix).min().orElseThrow()).isBetween(-3.0, -2.99);
    assertThat(entries(matrix).max().orElseThrow()).isBetween(2.99, 3.0);
    assertThat(entries(matrix).average().orElseThrow()).isCloseTo(0, within(0.05));
    assertThat(entries(matrix).map(v -> v * v).average().orElseThrow()).isCloseTo(3, within(0.06));
  }

  @Test
  void gaussianHasTheStandardDeviation() {
    double[][] matrix = RandomMatrix.gaussian(200, 100, 0.05, new SeededRandom(1));
    assertThat(matrix).hasDimensions(200, 100);
    assertThat(entries(matrix).average().orElseThrow()).isCloseTo(0, within(0.001));
    assertThat(Math.sqrt(entries(matrix).map(v -> v * v).average().orElseThrow()))
        .isCloseTo(0.05, within(0.001));
  }

  private static DoubleStream entries(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream);
  }
}
