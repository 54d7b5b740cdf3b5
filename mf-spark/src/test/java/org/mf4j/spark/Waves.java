package org.mf4j.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/** Slow and fast waves with noise, of lengths from 20 to 29, in two channels. */
final class Waves {
  static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("series", DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.DoubleType)))
          .add("label", DataTypes.DoubleType);

  private Waves() {}

  /** Without classes the speed is to be told. */
  static SeriesSet of(List<String> classes) {
    Random random = new Random(1);
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double speed = i % 2 == 0 ? 0.3 : 0.6;
      double[][] values = new double[2][20 + i % 10];
      for (int t = 0; t < values[0].length; t++) {
        values[0][t] = Math.sin(speed * t + i) + 0.1 * random.nextGaussian();
        values[1][t] = Math.cos(speed * t + i) + 0.1 * random.nextGaussian();
      }
      all.add(new Series(values, classes.isEmpty() ? speed : i % 2));
    }
    return new SeriesSet("waves", classes, all);
  }

  static List<Row> rows(SeriesSet set) {
    List<Row> rows = new ArrayList<>();
    set.series().forEach(one -> rows.add(row("s" + one.number(), one.channels(), one.target())));
    return rows;
  }

  static Row row(String id, double[][] channels, Double label) {
    return RowFactory.create(id, channels, label);
  }

  static Dataset<Row> frame(List<Row> rows, int partitions) {
    return LocalSpark.session().createDataFrame(rows, SCHEMA).repartition(partitions);
  }
}
