package org.mf4j.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalQuantileTest {
  private final NormalDistribution reference = new NormalDistribution();

  /** From the centre through both regions of the tail, to the smallest number that is drawn. */
  @Test
  void theNormalProbabilityOfAQuantileIsWhereItCameFrom() {
    for (double p : new double[] {0.5, 0.4, 0.07, 0.075, 0.08, 1e-3, 1e-8, 1e-11, 1e-12, 0x1p-54}) {
      double low = NormalQuantile.at(p);
      assertThat(reference.cumulativeProbability(low)).isCloseTo(p, withinPercentage(1e-10));
    }
  }

  @Test
  void isOdd() {
    for (double p : new double[] {0.25, 0.0625, 0x1p-20, 0x1p-40}) {
      assertThat(NormalQuantile.at(1 - p)).isEqualTo(-NormalQuantile.at(p));
    }
  }
}
