package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
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
        Ridge.fit(inBatches(Nd4j.create(x), Nd4j.create(y), batch), RidgeOptions.fixed(0.5))
            .model();
    for (int j = 0; j < 4; j++) {
      assertThat(model.weights().getDouble(j, 0)).isCloseTo(expected[j], within(1e-10));
    }
    assertThat(model.intercept().getDouble(0)).isCloseTo(expected[4], within(1e-10));
  }

  @Property(tries = 30)
  void mergingIsAssociativeAndCommutativeAndEqualToTheDefinition(
      @ForAll @IntRange(min = 1, max = 12) int first,
      @ForAll @IntRange(min = 1, max = 12) int second,
      @ForAll @IntRange(min = 1, max = 12) int third,
      @ForAll long seed) {
    int n = first + second + third;
    double[][] x = RidgeTest.matrix(n, 3, seed);
    double[][] y = RidgeTest.matrix(n, 2, seed + 1);
    SufficientStatistics a = part(x, y, 0, first);
    SufficientStatistics b = part(x, y, first, first + second);
    SufficientStatistics c = part(x, y, first + second, n);
    for (SufficientStatistics merged :
        List.of(
            a.merge(b).merge(c),
            a.merge(b.merge(c)),
            c.merge(a).merge(b),
            b.merge(SufficientStatistics.none(3, 2)).merge(c.merge(a)))) {
      assertThat(merged.count()).isEqualTo(n);
      assertThat(merged.weight()).isEqualTo(n);
      assertThat(merged.meanX()).containsExactly(means(x), within(1e-13));
      assertThat(merged.meanY()).containsExactly(means(y), within(1e-13));
      assertThat(merged.productXx()).containsExactly(products(x, x), within(1e-11));
      assertThat(merged.productXy()).containsExactly(products(x, y), within(1e-11));
      double[] products = products(y, y);
      assertThat(merged.squaresY())
          .containsExactly(new double[] {products[0], products[3]}, within(1e-11));
    }
  }

  private static SufficientStatistics part(double[][] x, double[][] y, int from, int to) {
    return SufficientStatistics.of(
        Nd4j.create(Arrays.copyOfRange(x, from, to)), Nd4j.create(Arrays.copyOfRange(y, from, to)));
  }

  private static double[] means(double[][] rows) {
    double[] means = new double[rows[0].length];
    for (double[] row : rows) {
      for (int j = 0; j < means.length; j++) {
        means[j] += row[j] / rows.length;
      }
    }
    return means;
  }

  private static double[] products(double[][] a, double[][] b) {
    double[] meanA = means(a);
    double[] meanB = means(b);
    double[] products = new double[meanA.length * meanB.length];
    for (int i = 0; i < a.length; i++) {
      for (int at = 0; at < products.length; at++) {
        int j = at / meanB.length;
        int k = at % meanB.length;
        products[at] += (a[i][j] - meanA[j]) * (b[i][k] - meanB[k]);
      }
    }
    return products;
  }

  /** More columns and rows than one block and one panel hold. */
  @Test
  void blocksAndPanelsAreSewnTogether() {
    double[][] x = RidgeTest.matrix(1_100, 300, 1);
    double[][] y = RidgeTest.matrix(1_100, 2, 2);
    SufficientStatistics all = SufficientStatistics.of(Nd4j.create(x), Nd4j.create(y));
    assertThat(all.productXx()).containsExactly(products(x, x), within(1e-9));
    assertThat(all.productXy()).containsExactly(products(x, y), within(1e-9));
  }

  @Test
  void travelsAsBytes() throws IOException, ClassNotFoundException {
    SufficientStatistics sent = part(RidgeTest.matrix(9, 3, 1), RidgeTest.matrix(9, 2, 2), 0, 9);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      SufficientStatistics received = (SufficientStatistics) in.readObject();
      assertThat(received).usingRecursiveComparison().isEqualTo(sent);
    }
  }

  @Test
  void refusesOtherSizesAndNumbersThatAreNotFinite() {
    SufficientStatistics two = SufficientStatistics.none(2, 1);
    assertThatThrownBy(() -> two.merge(SufficientStatistics.none(3, 1)))
        .hasMessage("other: 3 features and 1 targets; must be 2 and 1 like here");
    INDArray x = Nd4j.ones(4, 2);
    INDArray y = Nd4j.ones(4, 1);
    y.putScalar(2, Double.NaN);
    assertThatThrownBy(() -> SufficientStatistics.of(x, y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("targets: column 0 holds a value that is not finite");
  }

  /** Raw sums of products would keep three digits only: the squares are 1e12 times the variance. */
  @Test
  void doesNotCancelWhenMeansAreLarge() {
    INDArray x = Nd4j.create(RidgeTest.matrix(200, 3, 1));
    INDArray y = Nd4j.create(RidgeTest.matrix(200, 1, 2));
    LinearModel centred = Ridge.fit(inBatches(x, y, 64), RidgeOptions.fixed(1)).model();
    LinearModel shifted = Ridge.fit(inBatches(x.add(1e6), y, 64), RidgeOptions.fixed(1)).model();
    assertThat(shifted.weights().sub(centred.weights()).amaxNumber().doubleValue())
        .isLessThan(1e-9);
  }

  @Test
  void needsAnExample() {
    assertThatThrownBy(() -> Ridge.fit(SufficientStatistics.none(2, 1), RidgeOptions.fixed(1)))
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
