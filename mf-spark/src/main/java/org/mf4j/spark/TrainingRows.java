package org.mf4j.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.mf4j.data.series.DataException;

/**
 * What a fit reads of a frame: series, target and name alone, the numbers of a series in arrays.
 * They are taken from the engine's own rows, as the way to {@link Row} makes an object of every
 * number, which costs as much as a small reservoir.
 *
 * @param rows series ({@code Object[]} of {@code double[]}), target and, if there is one, name
 * @param reader makes series of them
 * @param classes their labels; none for numbers to regress
 */
record TrainingRows(JavaRDD<Row> rows, RowReader reader, List<String> classes) {
  private static final int SERIES = 0;
  private static final int LABEL = 1;
  private static final int ID = 2;

  /** Of more the sums are larger than those of features; most likely they are none. */
  private static final int MOST_CLASSES = 10_000;

  /**
   * Looks at the labels, where their column does not name the classes, and at the first series for
   * its number of channels.
   *
   * @throws DataException if no row has a label or a series, or a label is too large for a class
   */
  static TrainingRows of(MemristiveEsn estimator, Dataset<Row> data) {
    List<String> classes = classNames(estimator, data);
    boolean named =
        Arrays.asList(data.columns()).contains(estimator.getOrDefault(estimator.idCol()));
    Column[] columns =
        Stream.of(
                functions.col(estimator.getOrDefault(estimator.seriesCol())),
                functions.col(estimator.getOrDefault(estimator.labelCol())),
                functions.col(estimator.getOrDefault(estimator.idCol())).cast(DataTypes.StringType))
            .limit(named ? ID + 1 : ID)
            .toArray(Column[]::new);
    JavaRDD<Row> rows = internal(data.select(columns)).map(row -> plain(row, named));
    boolean fails = "fail".equals(estimator.getOrDefault(estimator.badRows()));
    return new TrainingRows(
        rows,
        new RowReader(SERIES, LABEL, named ? ID : -1, channels(rows), classes.size(), fails),
        classes);
  }

  private static JavaRDD<InternalRow> internal(Dataset<Row> data) {
    return data.queryExecution().toRdd().toJavaRDD();
  }

  private static Row plain(InternalRow row, boolean named) {
    Object series = row.isNullAt(SERIES) ? null : channels(row.getArray(SERIES));
    Object label = row.isNullAt(LABEL) ? null : row.getDouble(LABEL);
    return named
        ? RowFactory.create(series, label, row.isNullAt(ID) ? null : row.getString(ID))
        : RowFactory.create(series, label);
  }

  private static Object[] channels(ArrayData series) {
    return IntStream.range(0, series.numElements())
        .mapToObj(c -> series.isNullAt(c) ? null : steps(series.getArray(c)))
        .toArray();
  }

  /** An array that can tell what is missing only where something is. */
  private static Object steps(ArrayData channel) {
    for (int t = 0; t < channel.numElements(); t++) {
      if (channel.isNullAt(t)) {
        return channel.toObjectArray(DataTypes.DoubleType);
      }
    }
    return channel.toDoubleArray();
  }

  /** Those that the column of labels names, as {@code StringIndexer} does, or their numbers. */
  private static List<String> classNames(MemristiveEsn estimator, Dataset<Row> data) {
    String label = estimator.getOrDefault(estimator.labelCol());
    List<String> named = ClassNames.of(data.schema().apply(label));
    if (estimator.classes(0) > 0 && named.size() > 1) {
      return named;
    }
    double[] range = range(data.select(functions.col(label)));
    if (range[1] < range[0]) {
      throw new DataException("no row has a label; a fit needs two rows at least.");
    }
    int count = estimator.classes(range[1]);
    if (count > MOST_CLASSES) {
      throw new DataException(
          ("the largest label is %s; a classifier takes indices of classes, 0 to %d at most, and a"
                  + " regressor numbers.")
              .formatted(range[1], MOST_CLASSES - 1));
    }
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  /** The least and the largest of those that are numbers. */
  private static double[] range(Dataset<Row> labels) {
    double[] none = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    return internal(labels)
        .filter(row -> !row.isNullAt(0) && Double.isFinite(row.getDouble(0)))
        .map(row -> new double[] {row.getDouble(0), row.getDouble(0)})
        .fold(none, (a, b) -> new double[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
  }

  private static int channels(JavaRDD<Row> rows) {
    List<Row> first =
        rows.filter(row -> row.get(SERIES) instanceof Object[] all && all.length > 0).take(1);
    if (first.isEmpty()) {
      throw new DataException("no row has a series; a fit needs two rows at least.");
    }
    return ((Object[]) first.get(0).get(SERIES)).length;
  }
}
