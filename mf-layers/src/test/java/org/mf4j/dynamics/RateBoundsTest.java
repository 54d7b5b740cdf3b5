package org.mf4j.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateBoundsTest {
  private static final MemristiveDynamics PAPER = MemristiveDynamics.paper();

  @Test
  void theRangesOfTableII() {
    assertThat(RateBounds.drive(PAPER)).isEqualTo(new Interval(0.35, 0.35 + (1.15 - 0.35)));
    assertInterval(RateBounds.potentiation(PAPER, 0), 1e-4 * Math.exp(3.5), 1e-4 * Math.exp(11.5));
    assertInterval(RateBounds.depression(PAPER, 0), 0.5 * Math.exp(-1.15), 0.5 * Math.exp(-0.35));
    assertThat(RateBounds.total(PAPER).lower()).isCloseTo(0.1616, within(5e-5));
    assertThat(RateBounds.total(PAPER).upper()).isCloseTo(10.224, within(5e-4));
  }

  @Test
  void theAttainedRangeIsThatOfAGrid() {
    for (MemristiveDynamics dynamics :
        new MemristiveDynamics[] {
          PAPER,
          PAPER.withRescale(0.8, 1.15),
          PAPER.withRescale(-1, 0.2),
          PAPER.withEtaP(1),
          PAPER.withKp0(1e-4, 1e-3).withKd0(0.5, 0.3).withEtaP(10, 6).withEtaD(1, 2)
        }) {
      int last = dynamics.distinctNeurons() - 1;
      double lowest = Double.POSITIVE_INFINITY;
      double highest = 0;
      Interval z = RateBounds.drive(dynamics);
      for (int i = 0; i <= 20_000; i++) {
        double at = z.lower() + (z.upper() - z.lower()) * i / 20_000;
        double p =
            dynamics.kp0().at(last) * Math.exp(dynamics.etaP().at(last) * at)
                + dynamics.kd0().at(last) * Math.exp(-dynamics.etaD().at(last) * at);
        lowest = Math.min(lowest, p);
        highest = Math.max(highest, p);
      }
      assertInterval(RateBounds.attained(dynamics, last), lowest, highest);
    }
    assertThat(RateBounds.attained(PAPER, 0).lower()).isCloseTo(0.3126, within(5e-5));
    assertThat(RateBounds.attained(PAPER, 0).upper()).isCloseTo(10.030, within(5e-4));
  }

  @Test
  void theTotalOfAllNeuronsIsFromTheSlowestToTheFastest() {
    MemristiveDynamics devices = PAPER.withKp0(1e-4, 2e-4).withKd0(0.5, 0.2);
    assertInterval(
        RateBounds.total(devices),
        2e-4 * Math.exp(3.5) + 0.2 * Math.exp(-1.15),
        2e-4 * Math.exp(11.5) + 0.2 * Math.exp(-0.35));
    assertInterval(
        RateBounds.total(devices, 0),
        1e-4 * Math.exp(3.5) + 0.5 * Math.exp(-1.15),
        1e-4 * Math.exp(11.5) + 0.5 * Math.exp(-0.35));
  }

  @Test
  void withoutRescaleThereAreNone() {
    assertThatThrownBy(() -> RateBounds.total(PAPER.withoutRescale()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("drive = UNSCALED: without RESCALE the rates are unbounded");
  }

  private static void assertInterval(Interval interval, double lower, double upper) {
    assertThat(interval.lower()).isCloseTo(lower, within(1e-7));
    assertThat(interval.upper()).isCloseTo(upper, within(1e-7));
  }
}
