package org.mf4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

class ControlChartsTest {
  private static final DatasetSplit CHARTS = ControlCharts.generate(ControlCharts.DEFAULT_SEED);

  @Test
  void hasTheShapeOfTheArchivesSyntheticControl() {
    for (SeriesSet set : List.of(CHARTS.train(), CHARTS.test())) {
      assertThat(set.classes())
          .containsExactly(
              "normal",
              "cyclic",
              "increasing trend",
              "decreasing trend",
              "upward shift",
              "downward shift");
      assertThat(set.size()).isEqualTo(300);
      assertThat(set.channels()).isEqualTo(1);
      assertThat(set.equalLength()).isTrue();
      assertThat(set.maxLength()).isEqualTo(60);
      for (int c = 0; c < 6; c++) {
        double target = c;
        assertThat(set.series()).filteredOn(s -> s.target() == target).hasSize(50);
      }
    }
  }

  @Test
  void isZNormalised() {
    for (Series series : CHARTS.train().series()) {
      double[] y = series.channels()[0];
      double mean = Arrays.stream(y).average().orElseThrow();
      double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / 59;
      assertThat(mean).isCloseTo(0, within(1e-12));
      assertThat(variance).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void agreesWithAnIndependentImplementation() throws IOException {
    List<String> lines = resource("control-charts.csv").lines().toList();
    assertThat(lines).hasSize(6);
    for (int c = 0; c < 6; c++) {
      double[] expected =
          Arrays.stream(lines.get(c).split(",")).mapToDouble(Double::parseDouble).toArray();
      double[] chart = CHARTS.train().series().get(50 * c).channels()[0];
      assertThat(chart).containsExactly(expected, within(1e-12));
    }
  }

  @Test
  void aSeedGivesTheSameBitsAndAnotherSeedOthers() {
    DatasetSplit again = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    assertThat(again.sha256()).isEqualTo(CHARTS.sha256());
    assertThat(ControlCharts.generate(1).sha256()).isNotEqualTo(CHARTS.sha256());
    assertThat(CHARTS.sha256().get("train")).isNotEqualTo(CHARTS.sha256().get("test"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ControlChartsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
