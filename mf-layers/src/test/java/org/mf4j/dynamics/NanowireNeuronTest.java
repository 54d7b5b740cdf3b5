package org.mf4j.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mf4j.engine.ReferenceRun;

class NanowireNeuronTest {
  private static final MemristiveDynamics UNSCALED = MemristiveDynamics.paper().withoutRescale();

  private static NanowireNeuron neuron(double deltaT, Integration integration) {
    return new NanowireNeuron(UNSCALED.withDeltaT(deltaT), integration, 0);
  }

  /** K_p(0.5) = 1e-4 e^5 = 0.014841, K_d(0.5) = 0.5 e^-0.5 = 0.303265. */
  @Test
  void theMemoryFactorIsTheFormula() {
    NanowireNeuron neuron = neuron(0.1, Integration.EULER);
    assertThat(neuron.memoryFactor(0.5)).isCloseTo(1 - 0.1 * 0.318106, within(1e-6));
    assertThat(neuron.memoryFactor(new double[] {0.5, 0, 0.2})).isEqualTo(neuron.memoryFactor(0.5));
    assertThat(neuron(10, Integration.EULER).memoryFactor(0.5)).isCloseTo(2.18106, within(1e-5));
    assertThat(neuron(10, Integration.EXACT).memoryFactor(0.5))
        .isCloseTo(Math.exp(-3.18106), within(1e-6));
  }

  /** |1 - dt p| = 1 where dt p = 2; K_p(x) = 20 - K_d(x) at x = 1.2205 for dt = 0.1. */
  @Test
  void theorem31FailsWhereALargeDriveOverturnsTheStep() {
    NanowireNeuron neuron = neuron(0.1, Integration.EULER);
    assertThat(neuron.memoryFactor(new Interval(-1, 1.2))).isLessThan(1);
    assertThat(neuron.memoryFactor(new Interval(-1, 1.23))).isGreaterThan(1);
    assertThat(neuron(0.1, Integration.EXACT).memoryFactor(new Interval(-1, 9))).isLessThan(1);
    assertThat(neuron.memoryFactor(new Interval(-1, 3))).isEqualTo(neuron.memoryFactor(3));
  }

  @Test
  void aConstantDriveLeadsToTheFixedPoint() {
    for (Integration integration : Integration.values()) {
      ReferenceRun.Simple plain = ReferenceRun.memristive(UNSCALED.withDeltaT(0.1), integration);
      double h = 0.9;
      for (int t = 0; t < 5000; t++) {
        h = plain.next(0, 0.7, h);
      }
      NanowireNeuron neuron = neuron(0.1, integration);
      assertThat(neuron.fixedPoint(0.7)).isCloseTo(h, within(1e-9));
      double kp = 1e-4 * Math.exp(7);
      assertThat(neuron.fixedPoint(0.7)).isCloseTo(kp / (kp + 0.5 * Math.exp(-0.7)), within(1e-12));
    }
  }

  /** The closed form against a grid, for intervals before, around and after the slowest drive. */
  @Test
  void theLargestMemoryFactorIsThatOfAGrid() {
    for (Interval drives :
        new Interval[] {new Interval(-2, -1), new Interval(-1, 1.3), new Interval(0.9, 1.3)}) {
      for (Integration integration : Integration.values()) {
        NanowireNeuron neuron = neuron(0.1, integration);
        double largest = 0;
        for (int i = 0; i <= 20_000; i++) {
          double x = drives.lower() + (drives.upper() - drives.lower()) * i / 20_000;
          largest = Math.max(largest, neuron.memoryFactor(x));
        }
        assertThat(neuron.memoryFactor(drives)).isCloseTo(largest, within(1e-8));
      }
    }
  }

  /** Two steps from h = 0.5 by hand: p(0) = 0.5001, p(0.5) = 0.318106. */
  @Test
  void theStatesFollowEulersFormula() {
    double[] states = neuron(0.1, Integration.EULER).states(new double[] {0, 0.5}, 0.5);
    double first = 0.5 + 0.1 * (1e-4 * 0.5 - 0.5 * 0.5);
    assertThat(states).hasSize(2);
    assertThat(states[0]).isCloseTo(first, within(1e-12));
    assertThat(states[1]).isCloseTo(first + 0.1 * (0.014841 - 0.318106 * first), within(1e-6));
  }

  /** h(t) = h* + (h(0) - h*) e^(-p t dt), whatever the step. */
  @Test
  void theExactStatesLieOnTheSolutionOfTheEquation() {
    double p = 1e-4 * Math.exp(8) + 0.5 * Math.exp(-0.8);
    double rest = 1e-4 * Math.exp(8) / p;
    double[] states = neuron(0.7, Integration.EXACT).states(new double[] {0.8, 0.8, 0.8}, 1);
    for (int t = 1; t <= 3; t++) {
      double solution = rest + (1 - rest) * Math.exp(-0.7 * t * p);
      assertThat(states[t - 1]).isCloseTo(solution, within(1e-12));
    }
  }
}
