package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

class GeneratedSeriesTest {
  private static final GeneratedSeries GENERATED = new GeneratedSeries(5, 12);

  /** Whatever the partitions, and from any number on. */
  @Test
  void executorsMakeTheSeriesOfOneMachine() {
    List<Row> rows = GENERATED.frame(LocalSpark.session(), 3, 10, 4).orderBy("id").collectAsList();
    RowReader reader = new RowReader(1, 2, 0, 1, 2, true);
    SeriesSet set = GENERATED.set(3, 10);
    assertThat(rows).hasSize(7);
    for (int i = 0; i < 7; i++) {
      Series expected = set.series().get(i);
      Series actual = reader.read(rows.get(i)).orElseThrow();
      assertThat(actual.channels()).isDeepEqualTo(expected.channels());
      assertThat(actual.target()).isEqualTo(expected.target()).isEqualTo((3 + i) % 2);
    }
    assertThat(set.series().get(0).channels()).isNotEqualTo(set.series().get(2).channels());
  }

  /** Spark hands on what a map gives as it is. */
  @Test
  void rowsThatAMapHasMadeAreReadLikeOthers() {
    MapFunction<Row, Row> arrays =
        row -> RowFactory.create(row.get(0), new double[][] {{1, 2, 3}}, row.get(2));
    Dataset<Row> frame = GENERATED.frame(LocalSpark.session(), 0, 2, 1);
    List<Series> read =
        frame
            .map(arrays, Encoders.row(frame.schema()))
            .javaRDD()
            .map(row -> new RowReader(1, 2, 0, 1, 2, true).read(row).orElseThrow())
            .collect();
    assertThat(read).extracting(Series::channels).containsOnly(new double[][] {{1, 2, 3}});
  }
}
