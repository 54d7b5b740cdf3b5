package org.mf4j.data.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesSummaryTest {
  @Test
  void countsWhatASetHolds() {
    SeriesSet set =
        new SeriesSet(
            "Mine",
            List.of("a", "b", "c"),
            List.of(
                new Series(new double[][] {{1, Double.NaN}, {2, 3}}, 2),
                new Series(new double[][] {{1}, {2}}, 0),
                new Series(new double[][] {{1}, {2}}, 2)));
    assertThat(SeriesSummary.of(set).sentence())
        .isEqualTo(
            "3 series of 2 channels, 1 to 2 steps; 3 classes (a: 1, b: 0, c: 2); 1 of 8 values"
                + " missing");
  }

  @Test
  void tellsNumbersFromClassesAndFromNothing() {
    Series one = new Series(new double[][] {{1}}, 0.25);
    SeriesSet numbers = new SeriesSet("Mine", List.of(), List.of(one, one.withTarget(2)));
    assertThat(SeriesSummary.of(numbers).sentence())
        .isEqualTo("2 series of 1 channel, 1 step; numbers from 0.25 to 2.0; no value missing");
    SeriesSet none = new SeriesSet("Mine", List.of(), List.of(one.withTarget(Double.NaN)));
    assertThat(SeriesSummary.of(none).targets()).isEqualTo("no classes");
  }
}
