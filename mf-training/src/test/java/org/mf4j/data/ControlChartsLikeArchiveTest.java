package org.mf4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/** The generated charts against the archive's own draw from the same process. */
class ControlChartsLikeArchiveTest {
  /** Euclidean 1-NN trained on the archive's own training set reaches 0.88 on this test set. */
  @Test
  void aNearestNeighbourOfGeneratedChartsRecognisesTheArchives() {
    SeriesSet archive = Datasets.onlyIn(ArchiveTest.data()).read("SyntheticControl").test();
    SeriesSet generated = ControlCharts.generate(ControlCharts.DEFAULT_SEED).train();
    long right =
        archive.series().stream()
            .filter(chart -> nearest(generated, chart).target() == chart.target())
            .count();
    assertThat(right / (double) archive.size()).isBetween(0.83, 0.93);
  }

  private static Series nearest(SeriesSet set, Series to) {
    return set.series().stream()
        .min(Comparator.comparingDouble(candidate -> squaredDistance(candidate, to)))
        .orElseThrow();
  }

  private static double squaredDistance(Series one, Series other) {
    double sum = 0;
    for (int t = 0; t < one.length(); t++) {
      double difference = one.channels()[0][t] - other.channels()[0][t];
      sum += difference * difference;
    }
    return sum;
  }
}
