package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class SufficientStatisticsTest {
  @Property(tries = 30)
  void batchesOfAnySizeGiveThePlainReference(
      @ForAll @IntRange(min = 1, max = 13) int batch, @ForAll long seed) {
    double[][] x = RidgeTest.matrix(13, 4, seed);
    double[][] y = RidgeTest.matrix(13, 1, seed + 1);
    double[] expected = PlainRidge.fit(x, Nd4j.create(y).reshape(13).toDoubleVector(), 0.5);
    LinearModel model =
        inBatches(Nd4j.create(x), Nd4j.create(y), batch).solve(RidgeOptions.fixed(0.5)).model();
    for (int j = 0; j < 4; j++) {
      assertThat(model.weights().getDouble(j, 0)).isCloseTo(expected[j], within(1e-10));
    }
    assertThat(model.intercept().getDouble(0)).isCloseTo(expected[4], within(1e-10));
  }

  /** Raw sums of products would keep three digits only: the squares are 1e12 times the variance. */
  @Test
  void doesNotCancelWhenMeansAreLarge() {
    INDArray x = Nd4j.create(RidgeTest.matrix(200, 3, 1));
    INDArray y = Nd4j.create(RidgeTest.matrix(200, 1, 2));
    LinearModel centred = inBatches(x, y, 64).solve(RidgeOptions.fixed(1)).model();
    LinearModel shifted = inBatches(x.add(1e6), y, 64).solve(RidgeOptions.fixed(1)).model();
    assertThat(shifted.weights().sub(centred.weights()).amaxNumber().doubleValue())
        .isLessThan(1e-9);
  }

  @Test
  void needsAnExample() {
    assertThatThrownBy(() -> SufficientStatistics.none(2, 1).solve(RidgeOptions.fixed(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("at least 1");
  }

  private static SufficientStatistics inBatches(INDArray x, INDArray y, int batch) {
    SufficientStatistics all = SufficientStatistics.none((int) x.size(1), (int) y.size(1));
    for (long from = 0; from < x.size(0); from += batch) {
      long to = Math.min(x.size(0), from + batch);
      all =
          all.merge(
              SufficientStatistics.of(
                  x.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()),
                  y.get(NDArrayIndex.interval(from, to), NDArrayIndex.all())));
    }
    return all;
  }
}
