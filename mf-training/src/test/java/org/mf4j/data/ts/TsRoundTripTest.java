package org.mf4j.data.ts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

class TsRoundTripTest {
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadBack(@ForAll("sets") SeriesSet set) {
    byte[] text = TsFormat.text(set).getBytes(StandardCharsets.UTF_8);
    List<Series> read = new ArrayList<>();
    try (TsReader reader = new TsReader(new ByteArrayInputStream(text), "text")) {
      reader.forEachRemaining(read::add);
      assertThat(reader.header().classes()).isEqualTo(set.classes());
      assertThat(reader.line()).isEqualTo(2 + set.size());
    }
    assertThat(read).hasSameSizeAs(set.series());
    for (int i = 0; i < read.size(); i++) {
      // Bit for bit, NaN included.
      assertThat(Arrays.deepEquals(read.get(i).channels(), set.series().get(i).channels()))
          .isTrue();
      assertThat(read.get(i).target()).isEqualTo(set.series().get(i).target());
    }
  }

  @Provide
  Arbitrary<SeriesSet> sets() {
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(
            channels ->
                Arbitraries.of(true, false)
                    .flatMap(classification -> sets(channels, classification)));
  }

  private static Arbitrary<SeriesSet> sets(int channels, boolean classification) {
    List<String> classes = classification ? List.of("walking", "2", "-1.5") : List.of();
    Arbitrary<Double> targets =
        classification
            ? Arbitraries.integers().between(0, 2).map(Integer::doubleValue)
            : Arbitraries.doubles().between(-1e30, 1e30);
    return Arbitraries.integers()
        .between(1, 8)
        .flatMap(length -> values(channels, length))
        .flatMap(values -> targets.map(target -> new Series(values, target)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(series -> new SeriesSet("text", classes, series));
  }

  private static Arbitrary<double[][]> values(int channels, int length) {
    Arbitrary<Double> values =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.doubles().between(-Float.MAX_VALUE, Float.MAX_VALUE)),
            Tuple.of(1, Arbitraries.of(Double.NaN, -0.0, Double.MIN_VALUE, Math.PI)));
    return values.array(double[].class).ofSize(length).array(double[][].class).ofSize(channels);
  }
}
