package org.mf4j.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Turns rows into series.
 *
 * @param series place of the column of series
 * @param label place of the column of targets, or -1 to read none
 * @param id place of the column that names rows, or -1
 * @param channels how many every series must have; 0 for any number
 * @param classes targets must be indices below it; 0 for numbers to regress
 * @param fails whether a bad row ends the job
 */
record RowReader(int series, int label, int id, int channels, int classes, boolean fails)
    implements Serializable {
  /** Reads rows of a schema for a fit. */
  static RowReader ofTraining(SeriesColumns columns, StructType schema, int channels, int classes) {
    int label = schema.fieldIndex(columns.getOrDefault(columns.labelCol()));
    return of(columns, schema, label, channels, classes);
  }

  /** Reads rows of a schema for a prediction. */
  static RowReader ofScoring(SeriesColumns columns, StructType schema, int channels) {
    return of(columns, schema, -1, channels, 0);
  }

  /** Reads pieces of series, named by their keys. */
  static RowReader ofPieces(
      StructType schema, String series, String key, int channels, boolean fails) {
    return new RowReader(schema.fieldIndex(series), -1, schema.fieldIndex(key), channels, 0, fails);
  }

  private static RowReader of(
      SeriesColumns columns, StructType schema, int label, int channels, int classes) {
    return new RowReader(
        schema.fieldIndex(columns.getOrDefault(columns.seriesCol())),
        label,
        Arrays.asList(schema.fieldNames()).indexOf(columns.getOrDefault(columns.idCol())),
        channels,
        classes,
        "fail".equals(columns.getOrDefault(columns.badRows())));
  }

  /**
   * Reads one row.
   *
   * @return its series; empty if it is bad and bad rows do not fail
   * @throws DataException if it is bad and bad rows fail; names the row
   */
  Optional<Series> read(Row row) {
    try {
      double[][] values = values(row);
      return Optional.of(new Series(values, label < 0 ? Double.NaN : target(row)));
    } catch (DataException e) {
      if (fails) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private double[][] values(Row row) {
    if (row.isNullAt(series)) {
      throw bad(row, "no series");
    }
    List<?> all = elements(row.get(series));
    if (all.isEmpty() || (channels > 0 && all.size() != channels)) {
      throw bad(row, all.size() + " channels where " + Math.max(1, channels) + " must be");
    }
    double[][] values = new double[all.size()][];
    for (int c = 0; c < values.length; c++) {
      values[c] = channel(row, all.get(c));
      if (values[c].length == 0 || values[c].length != values[0].length) {
        throw bad(row, "an empty channel, or channels of different lengths");
      }
    }
    return values;
  }

  private double[] channel(Row row, Object numbers) {
    if (numbers == null) {
      throw bad(row, "a channel that is null");
    }
    return elements(numbers).stream().mapToDouble(number -> finite(row, number)).toArray();
  }

  /** Spark hands over Scala's sequences, or, behind a map of the user's, what that has made. */
  private static List<?> elements(Object array) {
    if (array instanceof Seq<?> sequence) {
      return JavaConverters.seqAsJavaList(sequence);
    }
    if (array instanceof double[] numbers) {
      return Arrays.stream(numbers).boxed().toList();
    }
    return array instanceof Object[] objects ? Arrays.asList(objects) : (List<?>) array;
  }

  /** Networks compute in floats. */
  private double finite(Row row, Object number) {
    if (!(number instanceof Double value) || !(Math.abs(value) <= Float.MAX_VALUE)) {
      throw bad(row, "a value that is missing or not finite: " + number);
    }
    return value;
  }

  private double target(Row row) {
    double target = finite(row, row.get(label));
    if (classes > 0 && !(target >= 0 && target < classes && target == Math.rint(target))) {
      throw bad(row, "the label " + target + ", which is no index of a class");
    }
    return target;
  }

  private DataException bad(Row row, String what) {
    return bad(id < 0 ? row.toString() : String.valueOf(row.get(id)), what);
  }

  /** What is said of a bad row, or of a file that gives none. */
  static DataException bad(String id, String what) {
    return new DataException(
        "row %s has %s; correct it, or set badRows to drop.".formatted(id, what));
  }
}
