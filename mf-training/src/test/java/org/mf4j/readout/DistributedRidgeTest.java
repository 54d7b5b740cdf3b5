package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class DistributedRidgeTest {
  private static final int EXAMPLES = 90;
  private static final int CLASSES = 3;
  private static final RidgeOptions OPTIONS = RidgeOptions.leaveOneOut().withCalibrated(true);

  /** Classes that overlap, so that both lambda and the temperature lie inside their ranges. */
  private static INDArray features(int count) {
    double[][] x = RidgeTest.matrix(EXAMPLES, count, 1);
    for (int i = 0; i < EXAMPLES; i++) {
      x[i][i % CLASSES] += 1;
    }
    return Nd4j.create(x);
  }

  private static INDArray labels() {
    double[][] y = new double[EXAMPLES][CLASSES];
    for (int i = 0; i < EXAMPLES; i++) {
      Arrays.fill(y[i], -1);
      y[i][i % CLASSES] = 1;
    }
    return Nd4j.create(y);
  }

  private record Part(INDArray x, INDArray y) {
    int[] classes() {
      return y.argMax(1).toIntVector();
    }
  }

  private static List<Part> parts(INDArray x, INDArray y, int size) {
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < EXAMPLES; from += size) {
      int to = Math.min(EXAMPLES, from + size);
      parts.add(
          new Part(
              x.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()),
              y.get(NDArrayIndex.interval(from, to), NDArrayIndex.all())));
    }
    return parts;
  }

  private static double[] sum(List<Part> parts, Function<Part, double[]> each) {
    return parts.stream()
        .map(each)
        .reduce(
            (a, b) -> {
              double[] sum = a.clone();
              Arrays.setAll(sum, i -> a[i] + b[i]);
              return sum;
            })
        .orElseThrow();
  }

  /** As if every part were another machine. */
  private static DistributedRidge sent(DistributedRidge ridge) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(ridge);
      out.flush();
      return (DistributedRidge)
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static RidgeFit distributed(List<Part> parts) {
    SufficientStatistics all =
        parts.stream()
            .map(part -> SufficientStatistics.of(part.x(), part.y()))
            .reduce(SufficientStatistics::merge)
            .orElseThrow();
    DistributedRidge ridge = new DistributedRidge(all, OPTIONS);
    assertThat(ridge.leavesOneOut()).isTrue();
    RidgeFit fit = ridge.fit(sum(parts, part -> sent(ridge).squaredErrors(part.x(), part.y())));
    return ridge.calibrated(
        fit,
        sharpnesses ->
            sum(
                parts,
                part ->
                    ridge.slopes(
                        sent(ridge).leftOut(part.x(), part.y(), fit.lambda()),
                        part.classes(),
                        sharpnesses)));
  }

  /** Fewer features than examples, and more, for which one machine solves the dual problem. */
  @ParameterizedTest
  @ValueSource(ints = {5, 40, 120})
  void partsGiveTheFitOfOneMachine(int count) {
    INDArray x = features(count);
    INDArray y = labels();
    RidgeFit expected = Ridge.fit(x, y, OPTIONS);
    assertThat(expected.calibration().orElseThrow().temperature()).isBetween(0.01, 100.0);
    for (int size : new int[] {1, 17, EXAMPLES}) {
      RidgeFit actual = distributed(parts(x, y, size));
      assertThat(actual.lambda()).isEqualTo(expected.lambda());
      for (int l = 0; l < expected.errors().size(); l++) {
        double error = expected.errors().get(l).error();
        assertThat(actual.errors().get(l).error()).isCloseTo(error, within(1e-9 * error));
      }
      assertThat(actual.model().weights().sub(expected.model().weights()).norm2Number())
          .satisfies(
              distance ->
                  assertThat(distance.doubleValue())
                      .isLessThan(1e-9 * expected.model().weights().norm2Number().doubleValue()));
      double temperature = expected.calibration().orElseThrow().temperature();
      assertThat(actual.calibration().orElseThrow().temperature())
          .isCloseTo(temperature, within(1e-9 * temperature));
    }
  }

  @Test
  void givenPenaltiesNeedNoErrors() {
    INDArray x = features(5);
    INDArray y = labels();
    DistributedRidge ridge =
        new DistributedRidge(SufficientStatistics.of(x, y), RidgeOptions.fixed(3));
    assertThat(ridge.leavesOneOut()).isFalse();
    assertThat(ridge.fit().model().weights())
        .satisfies(w -> assertThat(w.equalsWithEps(Ridge.fit(x, y, 3).weights(), 1e-9)).isTrue());
  }

  @Test
  void whatItCannotDoIsRefused() {
    SufficientStatistics statistics = SufficientStatistics.of(features(5), labels());
    assertThatThrownBy(
            () -> new DistributedRidge(statistics, RidgeOptions.fixed(1).withBalanced(true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("balanced");
    assertThatThrownBy(() -> new DistributedRidge(statistics, OPTIONS).fit(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 numbers; must be 17");
    assertThatThrownBy(
            () -> new DistributedRidge(SufficientStatistics.none(2, 2), RidgeOptions.fixed(1)))
        .isInstanceOf(IllegalStateException.class);
  }
}
