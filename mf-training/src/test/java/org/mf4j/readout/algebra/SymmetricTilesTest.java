package org.mf4j.readout.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.networks.RandomMatrix;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Against the definitions, one number after the other: one tile, whole tiles, parts of tiles. */
class SymmetricTilesTest {
  private static final double PRECISION = 1e-12;

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 100, 256, 257, 520})
  void addsProductsOfColumns(int n) {
    double[][] x = RandomMatrix.gaussian(7, n, 1, new SeededRandom(n));
    INDArray rows = Nd4j.create(x);
    try (SymmetricTiles once = SymmetricTiles.gram(rows);
        SymmetricTiles twice = SymmetricTiles.gram(rows.dup('f'))) {
      twice.addGram(rows);
      double[] expected = new double[n * n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          for (double[] row : x) {
            expected[i * n + j] += row[i] * row[j];
          }
        }
      }
      assertThat(once.toRows()).containsExactly(expected, within(PRECISION));
      assertThat(twice.toRows())
          .containsExactly(Arrays.stream(expected).map(e -> 2 * e).toArray(), within(PRECISION));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 33, 257, 520})
  void givesBackWhatItWasGivenAndWhatIsDoneToIt(int n) {
    double[] given = symmetric(n);
    double[] v = IntStream.range(0, n).mapToDouble(i -> 1 + .5 * i / n).toArray();
    try (SymmetricTiles matrix = SymmetricTiles.of(given, n)) {
      assertThat(matrix.rows()).isEqualTo(n);
      assertThat(matrix.toRows()).isEqualTo(given);
      assertThat(matrix.largestRowSum()).isCloseTo(largestRowSum(given, n), within(1e-9));
      matrix.addOuter(3, v);
      matrix.scale(v);
      double[] expected = given.clone();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          expected[i * n + j] = v[i] * v[j] * (given[i * n + j] + 3 * v[i] * v[j]);
        }
      }
      assertThat(matrix.toRows()).containsExactly(expected, within(PRECISION));
      double[] diagonal = IntStream.range(0, n).mapToDouble(i -> expected[i * n + i]).toArray();
      assertThat(matrix.diagonal()).containsExactly(diagonal, within(PRECISION));
    }
  }

  private static double[] symmetric(int n) {
    double[][] x = RandomMatrix.gaussian(n, n, 1, new SeededRandom(n));
    double[] sum = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum[i * n + j] = x[i][j] + x[j][i];
      }
    }
    return sum;
  }

  private static double largestRowSum(double[] rows, int n) {
    return IntStream.range(0, n)
        .mapToDouble(i -> Arrays.stream(rows, i * n, (i + 1) * n).map(Math::abs).sum())
        .max()
        .orElseThrow();
  }
}
