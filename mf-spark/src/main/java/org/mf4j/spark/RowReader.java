package org.mf4j.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.mutable.WrappedArray;

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
  private static final int LONGEST_NAME = 100;

  /** Reads rows of a schema for a prediction. */
  static RowReader ofScoring(SeriesColumns columns, StructType schema, int channels) {
    return new RowReader(
        schema.fieldIndex(columns.getOrDefault(columns.seriesCol())),
        -1,
        Arrays.asList(schema.fieldNames()).indexOf(columns.getOrDefault(columns.idCol())),
        channels,
        0,
        "fail".equals(columns.getOrDefault(columns.badRows())));
  }

  /** Reads pieces of series, named by their keys. */
  static RowReader ofPieces(
      StructType schema, String series, String key, int channels, boolean fails) {
    return new RowReader(schema.fieldIndex(series), -1, schema.fieldIndex(key), channels, 0, fails);
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
    if (numbers instanceof double[] values) {
      for (double value : values) {
        finite(row, value);
      }
      return values;
    }
    List<?> all = elements(numbers);
    double[] values = new double[all.size()];
    for (int t = 0; t < values.length; t++) {
      if (!(all.get(t) instanceof Double value)) {
        throw notFinite(row, all.get(t));
      }
      values[t] = finite(row, value);
    }
    return values;
  }

  /** Spark hands over Scala's sequences, or, behind a map of the user's, what that has made. */
  private static List<?> elements(Object array) {
    if (array instanceof WrappedArray<?> wrapped && wrapped.array() instanceof Object[] objects) {
      return Arrays.asList(objects);
    }
    if (array instanceof Seq<?> sequence) {
      return JavaConverters.seqAsJavaList(sequence);
    }
    return array instanceof Object[] objects ? Arrays.asList(objects) : (List<?>) array;
  }

  /** Networks compute in floats. */
  private double finite(Row row, double value) {
    if (!(Math.abs(value) <= Float.MAX_VALUE)) {
      throw notFinite(row, value);
    }
    return value;
  }

  private DataException notFinite(Row row, Object value) {
    return bad(row, "a value that is missing or not finite: " + value);
  }

  private double target(Row row) {
    if (row.isNullAt(label)) {
      throw notFinite(row, null);
    }
    double target = finite(row, row.getDouble(label));
    if (classes > 0 && !(target >= 0 && target < classes && target == Math.rint(target))) {
      throw bad(row, "the label " + target + ", which is no index of a class");
    }
    return target;
  }

  private DataException bad(Row row, String what) {
    return bad(id < 0 ? values(row, LONGEST_NAME) : String.valueOf(row.get(id)), what);
  }

  /** Where there is no name, the first letters of what there is. */
  private static String values(Row row, int letters) {
    Object[] all = IntStream.range(0, row.size()).mapToObj(row::get).toArray();
    String text = Arrays.deepToString(all);
    return text.length() <= letters ? text : text.substring(0, letters) + "...";
  }

  /** What is said of a bad row, or of a file that gives none. */
  static DataException bad(String id, String what) {
    return new DataException(
        "row %s has %s; correct it, or set badRows to drop.".formatted(id, what));
  }
}
