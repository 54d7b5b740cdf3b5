package org.mf4j.stability.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Capacities and ranks of systems for which they are known. */
class CapacitiesTest {
  private static SeededRandom random() {
    return new SeededRandom(11);
  }

  @Test
  void aDelayLineRemembersItsLength() {
    MemoryCapacity capacity =
        MemoryCapacity.measure(LinearMap.delayLine(10), 20, 50, 3000, random());
    double[] byDelay = capacity.byDelay();
    for (int k = 0; k < 20; k++) {
      assertThat(byDelay[k]).as("delay %d", k).isCloseTo(k < 10 ? 1 : 0, within(1e-6));
    }
    assertThat(capacity.total()).isCloseTo(9, within(1e-5));
  }

  /**
   * Of a linear ring of weight r a delay of i + m N has capacity r^(2 m N) (1 - r^(2N)), so that
   * Jaeger's sum is N - (1 - r^(2N)) (Rodan and Tino, IEEE Trans. Neural Networks 22, 131, 2011).
   */
  @ParameterizedTest
  @CsvSource({"8, 0.9", "12, 0.95", "5, 0.6"})
  void aRingRemembersWhatTheClosedFormSays(int units, double weight) {
    MemoryCapacity capacity =
        MemoryCapacity.measure(LinearMap.ring(units, weight), 5 * units, 400, 40_000, random());
    double turn = Math.pow(weight, 2 * units);
    for (int k = 0; k < 2 * units; k++) {
      int turns = k / units;
      double exact = Math.pow(turn, turns) * (1 - turn);
      assertThat(capacity.byDelay()[k]).as("delay %d", k).isCloseTo(exact, within(0.02));
    }
    assertThat(capacity.total()).isCloseTo(units - (1 - turn), within(0.03 * units));
  }

  @Test
  void aLinearNetworkComputesNothingNonlinear() {
    InformationProcessingCapacity capacity =
        InformationProcessingCapacity.measure(LinearMap.delayLine(6), 3, 8, 50, 4000, random());
    assertThat(capacity.ofDegree(1)).isCloseTo(6, within(1e-5));
    assertThat(capacity.ofDegree(2)).isZero();
    assertThat(capacity.ofDegree(3)).isZero();
    assertThat(capacity.total()).isCloseTo(6, within(1e-5));
  }

  /** States u(t), u(t-1), u(t) u(t-1), P_2(u(t)), u(t)^3: u^3 = 2/5 P_3 + 3/5 P_1. */
  @Test
  void everyDegreeIsFoundWhereItIs() {
    FunctionMap map =
        new FunctionMap(
            5, (h, u) -> new double[] {u, h[0], u * h[0], 1.5 * u * u - 0.5, u * u * u});
    InformationProcessingCapacity capacity =
        InformationProcessingCapacity.measure(map, 4, 3, 20, 4000, random());
    assertThat(capacity.ofDegree(1)).isCloseTo(2, within(1e-4));
    assertThat(capacity.ofDegree(2)).isCloseTo(2, within(1e-4));
    assertThat(capacity.ofDegree(3)).isCloseTo(1, within(1e-4));
    assertThat(capacity.ofDegree(4)).isZero();
    assertThat(capacity.total()).isCloseTo(5, within(1e-3));
  }

  @Test
  void legendrePolynomialsAreRodrigues() {
    for (double x : new double[] {-1, -0.3, 0, 0.7, 1}) {
      assertThat(LegendreProduct.legendre(0, x)).isEqualTo(1);
      assertThat(LegendreProduct.legendre(2, x)).isCloseTo((3 * x * x - 1) / 2, within(1e-15));
      assertThat(LegendreProduct.legendre(4, x))
          .isCloseTo((35 * Math.pow(x, 4) - 30 * x * x + 3) / 8, within(1e-14));
    }
    assertThat(LegendreProduct.ofDegree(3, 4)).hasSize(35).doesNotHaveDuplicates();
  }

  /** Targets that have nothing to do with the states reach N/T on average and rarely more. */
  @Test
  void whatChanceReachesCountsNothing() {
    SeededRandom random = random();
    int steps = 500;
    INDArray states = gaussian(steps, 40, random);
    INDArray targets = gaussian(steps, 400, random);
    assertThat(Capacity.of(states, targets)).containsOnly(0);
    // The quantile of chi-squared with 40 degrees of freedom at 1 - 1e-4, from tables: 82.06.
    assertThat(Capacity.threshold(40, steps)).isCloseTo(82.06 / steps, within(0.3 / steps));
  }

  private static INDArray gaussian(int rows, int columns, SeededRandom random) {
    INDArray matrix = Nd4j.create(DataType.DOUBLE, rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.putScalar(i, j, random.nextGaussian());
      }
    }
    return matrix;
  }

  /** The last state of a delay line is the last N inputs, of which the common ones are constant. */
  @ParameterizedTest
  @CsvSource({"10, 30, 3, 10, 8", "10, 30, 1, 10, 10", "10, 4, 2, 4, 3", "10, 30, 10, 10, 1"})
  void theRanksOfADelayLine(int units, int length, int common, int kernel, int generalisation) {
    assertThat(SeparationRanks.measure(LinearMap.delayLine(units), length, common, 1e-9, random()))
        .isEqualTo(new SeparationRanks(kernel, generalisation));
  }

  /** A map that computes the recursion in its state is read out without error; noise is not. */
  @Test
  void theErrorOfKnownReservoirs() {
    FunctionMap oracle = new FunctionMap(20, CapacitiesTest::narmaState);
    assertThat(NarmaError.nrmse(oracle, 50, 500, 500, random())).isLessThan(1e-4);
    SeededRandom noise = new SeededRandom(5);
    FunctionMap blind = new FunctionMap(2, (h, u) -> new double[] {noise.nextGaussian(), 1});
    assertThat(NarmaError.nrmse(blind, 50, 1000, 500, random())).isCloseTo(1, within(0.05));
    double line = NarmaError.nrmse(LinearMap.delayLine(20), 50, 2000, 1000, random());
    assertThat(line).isBetween(0.3, 0.5);
  }

  /** y(t), ..., y(t-9), u(t-1), ..., u(t-10) after the step with u(t). */
  private static double[] narmaState(double[] h, double u) {
    double sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += h[i];
    }
    double[] next = new double[20];
    System.arraycopy(h, 0, next, 1, 9);
    System.arraycopy(h, 10, next, 11, 9);
    next[0] = 0.3 * h[0] + 0.05 * h[0] * sum + 1.5 * h[18] * u + 0.1;
    next[10] = u;
    return next;
  }

  @Test
  void badArgumentsAreNamed() {
    LinearMap map = LinearMap.delayLine(2);
    assertThatThrownBy(() -> MemoryCapacity.measure(map, 10, 9, 100, random()))
        .hasMessage("washout = 9: must be at least largestDelay, 10");
    assertThatThrownBy(() -> InformationProcessingCapacity.measure(map, 5, 50, 50, 100, random()))
        .hasMessageStartingWith("largestDegree = 5: more than 20000 targets");
    assertThatThrownBy(() -> SeparationRanks.measure(map, 3, 4, 1e-9, random()))
        .hasMessage("common = 4: must be at most length, 3");
    assertThatThrownBy(() -> NarmaError.nrmse(map, 0, 0, 1, random()))
        .hasMessage("train = 0: must be at least 1");
  }
}
