package org.mf4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesMomentsTest {
  private static final double TIGHT = 1e-12;

  /** x = 1, 2, 4, 8 and 16; differences at lag 2 within a series: 3, 6. */
  @Test
  void partsGiveTheMomentsOfAllSeries() {
    SeriesMoments first = new SeriesMoments(1, List.of(2));
    first.add(new double[][] {{1, 2, 4, 8}});
    SeriesMoments second = new SeriesMoments(1, List.of(2));
    second.add(new double[][] {{16}});
    SeriesMoments none = new SeriesMoments(1, List.of(2));
    SeriesMoments all = none.merge(first).merge(second).merge(none);
    assertThat(all.mean(0)).isCloseTo(6.2, within(TIGHT));
    assertThat(all.std(0, 0)).isCloseTo(Math.sqrt(341 / 5.0 - 6.2 * 6.2), within(TIGHT));
    assertThat(all.std(1, 0)).isCloseTo(1.5, within(TIGHT));
  }
}
