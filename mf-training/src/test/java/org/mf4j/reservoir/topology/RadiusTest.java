package org.mf4j.reservoir.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mf4j.random.SeededRandom;

class RadiusTest {
  @Property(tries = 30)
  void exactRadiusMeetsTheSpectralRadius(
      @ForAll @IntRange(min = 2, max = 30) int units,
      @ForAll @DoubleRange(min = 0.1, max = 2) double rho,
      @ForAll long seed) {
    double[][] matrix = new ExactRadius(rho).draw(units, new SeededRandom(seed));
    assertThat(growthOfPowers(matrix)).isCloseTo(rho, within(0.06 * rho));
  }

  @Test
  void circularLawIsNearTheSpectralRadiusForManyUnits() {
    double[][] matrix = new CircularLaw(0.9).draw(300, new SeededRandom(1));
    assertThat(growthOfPowers(matrix)).isCloseTo(0.9, within(0.09));
  }

  @Test
  void circularLawIsUniformUpToThePapersBound() {
    double[][] matrix = new CircularLaw(0.9).draw(100, new SeededRandom(1));
    double bound = 0.9 / 10 * 6 / Math.sqrt(12);
    double[] all = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    double largest = Arrays.stream(all).map(Math::abs).max().orElseThrow();
    double variance = Arrays.stream(all).map(v -> v * v).average().orElseThrow();
    assertThat(largest).isBetween(0.99 * bound, bound);
    assertThat(variance).isCloseTo(bound * bound / 3, within(0.03 * bound * bound));
  }

  @Test
  void sparseCircularLawIsNearTheSpectralRadiusForManyUnits() {
    double[][] matrix = new Sparse(0.9, 10).draw(300, new SeededRandom(1));
    assertThat(growthOfPowers(matrix)).isCloseTo(0.9, within(0.12));
  }

  @Test
  void everyTopologyCanBeGivenAnExactRadius() {
    double[][] matrix = new ExactRadius(new Sparse(1, 3), 0.7).draw(40, new SeededRandom(2));
    assertThat(growthOfPowers(matrix)).isCloseTo(0.7, within(0.03));
    assertThatThrownBy(() -> new ExactRadius(new DelayLine(1), 0.7).draw(8, new SeededRandom(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("its spectral radius is 0");
  }

  @Test
  void spectralRadiusOfKnownMatrices() {
    assertThat(SpectralRadius.of(new double[][] {{3, 100}, {0, -4}})).isCloseTo(4, within(1e-12));
    double[][] rotation = {{0, -2}, {2, 0}};
    assertThat(SpectralRadius.of(rotation)).isCloseTo(2, within(1e-12));
    assertThat(SpectralRadius.of(new double[][] {{0, 1}, {0, 0}})).isZero();
  }

  /** Gelfand: rho = lim |A^k|^(1/k); squaring ten times gives k = 1024. */
  private static double growthOfPowers(double[][] matrix) {
    double[][] power = matrix;
    double logScale = 0;
    for (int doubling = 0; doubling < 10; doubling++) {
      power = multiply(power, power);
      double norm = norm(power);
      logScale = 2 * logScale + Math.log(norm);
      power = Arrays.stream(power).map(row -> scaled(row, 1 / norm)).toArray(double[][]::new);
    }
    return Math.exp(logScale / 1024);
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  private static double norm(double[][] matrix) {
    return Math.sqrt(Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(v -> v * v).sum());
  }

  private static double[] scaled(double[] row, double factor) {
    return Arrays.stream(row).map(v -> v * factor).toArray();
  }
}
