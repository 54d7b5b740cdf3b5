package org.mf4j.readout.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.networks.RandomMatrix;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class BandReductionTest {
  private static final double[] LAMBDAS = {0.01, 1, 100};

  /** One block, several, several tiles; whole blocks and not; full rank, little, none. */
  @ParameterizedTest
  @CsvSource({"1,1", "5,9", "32,40", "33,2", "64,64", "150,170", "300,320", "300,0", "530,540"})
  void itsResolventIsTheInverse(int n, int rank) {
    Dense k = gram(n, rank);
    BandReduction reduction = BandReduction.of(SymmetricTiles.of(k.values(), n));
    BlockTridiagonal band = reduction.band(0);
    double[] forms = band.forms(LAMBDAS).apply(reduction.q());
    INDArray p = Nd4j.create(RandomMatrix.gaussian(n, 3, 1, new SeededRandom(2)));
    for (int l = 0; l < LAMBDAS.length; l++) {
      Dense inverse = k.plusDiagonal(LAMBDAS[l], n).inverse();
      double precision = 1e-13 * n / LAMBDAS[l];
      for (int i = 0; i < n; i++) {
        assertThat(forms[i * LAMBDAS.length + l]).isCloseTo(inverse.get(i, i), within(precision));
      }
      INDArray solution =
          reduction.q().mmul(band.apply(LAMBDAS[l], reduction.q().transpose().mmul(p)));
      Dense expected = inverse.times(Dense.of(p.toDoubleMatrix()));
      assertThat(RowMajor.values(solution)).containsExactly(expected.values(), within(precision));
    }
  }

  @ParameterizedTest
  @CsvSource({"40", "300"})
  void itsVectorsAreOrthonormal(int n) {
    INDArray q = BandReduction.of(SymmetricTiles.of(gram(n, n).values(), n)).q();
    INDArray difference = q.mmul(q.transpose()).sub(Nd4j.eye(n).castTo(q.dataType()));
    assertThat(difference.amaxNumber().doubleValue()).isLessThan(1e-13);
  }

  /** K = -I is no matrix of products. */
  @Test
  void refusesWhatIsNotPositive() {
    int n = 3;
    double[] k = Dense.of(new double[n][n]).plusDiagonal(-1, n).values();
    BlockTridiagonal band = BandReduction.of(SymmetricTiles.of(k, n)).band(0);
    assertThatThrownBy(() -> band.forms(new double[] {0.5}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lost beside the features");
  }

  private static Dense gram(int n, int rank) {
    if (rank == 0) {
      return Dense.of(new double[n][n]);
    }
    Dense x = Dense.of(RandomMatrix.gaussian(n, rank, 1, new SeededRandom(n)));
    return x.times(x.transposed());
  }
}
