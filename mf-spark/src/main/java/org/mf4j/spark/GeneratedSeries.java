package org.mf4j.spark;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.random.SeededRandom;

/**
 * Waves of two speeds in noise, each made from nothing but the seed and its number i, wherever it
 * is needed: x(t) = sin(w t + p) + e(t), with w = 0.3 for even i and 0.4 for odd ones, p from U[0,
 * 2 pi) and e(t) from U[-1, 1).
 *
 * @param seed decides all series
 * @param steps T, at least 1
 */
record GeneratedSeries(long seed, int steps) implements UDF1<Long, double[][]> {
  private static final long serialVersionUID = 1;
  private static final DataType TYPE =
      DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.DoubleType));

  private static final Metadata CLASSES =
      NominalAttribute.defaultAttr().withValues(new String[] {"0", "1"}).toMetadata();

  /** Made by the executors, anew in every pass that looks at the series. */
  Dataset<Row> frame(SparkSession spark, long from, long to, int partitions) {
    Column number = functions.col("id");
    return spark
        .range(from, to, 1, partitions)
        .select(
            number,
            functions.udf(this, TYPE).apply(number).as("series"),
            number.mod(2).cast(DataTypes.DoubleType).as("label", CLASSES));
  }

  /** The same series on one machine. */
  SeriesSet set(long from, long to) {
    List<Series> series =
        LongStream.range(from, to)
            .mapToObj(i -> new Series(new double[][] {values(i)}, i % 2))
            .toList();
    return new SeriesSet("waves", List.of("0", "1"), series);
  }

  @Override
  public double[][] call(Long number) {
    return new double[][] {values(number)};
  }

  private double[] values(long number) {
    // Of seeds, and of numbers, that follow each other none gives the series of another.
    SeededRandom random = new SeededRandom(new SeededRandom(seed).nextLong() + number).split();
    double speed = number % 2 == 0 ? 0.3 : 0.4;
    double phase = random.uniform(0, 2 * Math.PI);
    double[] values = new double[steps];
    for (int t = 0; t < steps; t++) {
      values[t] = Math.sin(speed * t + phase) + random.uniform(-1, 1);
    }
    return values;
  }
}
