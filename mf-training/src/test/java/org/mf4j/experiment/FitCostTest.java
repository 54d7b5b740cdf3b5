package org.mf4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;

class FitCostTest {
  private static SeriesSet set(int series, int steps, int channels) {
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < series; i++) {
      all.add(new Series(new double[channels][steps], i % 2));
    }
    return new SeriesSet("zeros", List.of("a", "b"), all);
  }

  private static ModelSettings settings(String kind, int units) {
    return switch (kind) {
      case "hetero" -> MfEsn.heterogeneous(units).withProbabilities();
      case "plain" -> MfEsn.plainHeterogeneous(units).withProbabilities();
      default -> {
        ModelSettings plain = ModelKind.of(kind).preset().orElseGet(ModelKind.of(kind)::plain);
        yield plain.withUnits(units).withLearning(plain.learning().byStandardTraining());
      }
    };
  }

  /** The table of docs/design/readout.md, within a factor of 1.6. */
  @ParameterizedTest
  @CsvSource({
    "plain, 500, 500, 140, 1, 0.66",
    "plain, 500, 2000, 140, 1, 2.86",
    "plain, 500, 7494, 8, 2, 10.0",
    "plain, 500, 14988, 8, 2, 20.4",
    "plain, 1000, 3000, 50, 1, 5.34",
    "hetero, 500, 500, 140, 1, 1.81",
    "hetero, 500, 2459, 36, 6, 5.33",
    "hetero, 500, 1800, 80, 1, 5.31",
    "hetero, 500, 3750, 8, 2, 11.9",
    "hetero, 500, 7494, 8, 2, 40.3",
    "mf-esn, 500, 1000, 200, 1, 0.80",
    "mf-esn, 1000, 1000, 200, 1, 2.39",
    "mf-rnn, 100, 300, 60, 1, 1.46",
    "mf-rnn, 500, 100, 60, 1, 13.4",
    "hetero-mf-rnn, 100, 300, 60, 1, 6.87",
    "lstm, 100, 300, 60, 1, 3.79"
  })
  void secondsAreThoseThatWereMeasuredOnTwoProcessors(
      String kind, int units, int series, int steps, int channels, double measured) {
    double told = FitCost.of(settings(kind, units), set(series, steps, channels), 2).seconds();
    assertThat(Math.log(told / measured)).isCloseTo(0, within(Math.log(1.6)));
  }

  @Test
  void moreProcessorsShareTheWork() {
    SeriesSet set = set(100, 50, 1);
    double two = FitCost.of(settings("plain", 50), set, 2).seconds();
    assertThat(FitCost.of(settings("plain", 50), set, 1).seconds()).isEqualTo(2 * two);
    assertThat(FitCost.of(settings("plain", 50), set, 64).seconds()).isEqualTo(two / 8);
  }

  /** 3,000 features: 72 MB for each of three matrices, and no features of 20,000 series. */
  @Test
  void memoryDoesNotGrowWithSeriesBeyondTheFeatures() {
    long few = FitCost.of(settings("plain", 500), set(20_000, 2, 1), 2).bytes();
    long many = FitCost.of(settings("plain", 500), set(40_000, 2, 1), 2).bytes();
    assertThat(few).isBetween(216_000_000L, 220_000_000L);
    assertThat(many - few).isEqualTo(20_000 * 2 * 8);
  }

  @Test
  void numbersAreReadByFewerSummaries() {
    List<Series> all =
        IntStream.range(0, 30).mapToObj(i -> new Series(new double[1][40], i)).toList();
    SeriesSet numbers = new SeriesSet("zeros", List.of(), all);
    assertThat(FitCost.of(MfEsn.heterogeneous(80), numbers, 2))
        .isEqualTo(FitCost.of(MfEsn.plainHeterogeneous(80), numbers, 2));
  }
}
