package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

class BaselineTest {
  private static SeriesSet set(List<String> classes, double... targets) {
    return new SeriesSet(
        "set",
        classes,
        Arrays.stream(targets).mapToObj(y -> new Series(new double[][] {{0}}, y)).toList());
  }

  @Test
  void theMajorityClassOfTheTrainingSetIsScoredByLabel() {
    Baseline baseline = Baseline.of(set(List.of("a", "b", "c"), 0, 2, 2, 1));
    assertThat(baseline.describe()).isEqualTo("majority class");
    assertThat(baseline.score(set(List.of("c", "a"), 0, 0, 1, 0))).isEqualTo(.75);
  }

  @Test
  void theFirstOfEquallyFrequentClasses() {
    assertThat(Baseline.of(set(List.of("a", "b", "c"), 2, 1, 1, 2)).prediction()).isEqualTo(1);
  }

  /** The mean is 2; errors 1 and 3. */
  @Test
  void numbersHaveTheirMean() {
    Baseline baseline = Baseline.of(set(List.of(), 1, 2, 3));
    assertThat(baseline.describe()).isEqualTo("mean predictor");
    assertThat(baseline.score(set(List.of(), 1, 5))).isCloseTo(Math.sqrt(5), within(1e-12));
  }

  @Test
  void betterIsMoreAccuracyAndLessError() {
    assertThat(Metric.ACCURACY.isBetter(.6, .5)).isTrue();
    assertThat(Metric.RMSE.isBetter(.5, .6)).isTrue();
    for (Metric metric : Metric.values()) {
      assertThat(metric.isBetter(.5, .5)).isFalse();
      assertThat(metric.isBetter(Double.NaN, .5)).isFalse();
    }
    assertThat(Metric.ACCURACY.isBetter(.5, .6)).isFalse();
    assertThat(Metric.RMSE.isBetter(.6, .5)).isFalse();
  }
}
