package org.mf4j.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;

/**
 * Makes the rows that {@link MemristiveEsn} takes of data as they come: columns {@code id}, {@code
 * series} and, where there are targets, {@code label}. Names of classes become indices, and the
 * column keeps the names, as {@code StringIndexer} does, so that a fitted model has them.
 *
 * @param badRows what happens to a series with a value that is missing or not finite, with steps
 *     whose order is not known or with several targets, and to a file that cannot be read: "fail",
 *     one sentence that names it; "drop": it is left out; "keep": its series is null
 */
public record SeriesFrames(String badRows) {
  private static final List<String> HABITS = List.of("fail", "drop", "keep");
  private static final String ID = "id";
  private static final String SERIES = "series";
  private static final String LABEL = "label";
  private static final String STEPS = "steps";
  private static final String PROBLEM = "problem";

  /** Fails with a sentence, whichever columns are read. */
  private static final UserDefinedFunction REFUSE =
      functions.udf(
          (UDF2<String, String, Boolean>)
              (id, problem) -> {
                throw RowReader.bad(id, problem);
              },
          DataTypes.BooleanType);

  /**
   * Holds one of the three habits.
   *
   * @throws IllegalArgumentException if it is another
   */
  public SeriesFrames {
    if (!HABITS.contains(badRows)) {
      throw new IllegalArgumentException(
          "badRows = %s: must be one of %s".formatted(badRows, String.join(", ", HABITS)));
    }
  }

  /**
   * From the long format, a row per step.
   *
   * @param steps rows in any order
   * @param id the column that says to which series a step belongs
   * @param time the column that orders the steps of a series
   * @param channels columns of numbers, one per channel, at least one
   * @return columns id and series
   */
  public Dataset<Row> ofSteps(Dataset<Row> steps, String id, String time, List<String> channels) {
    return checked(grouped(steps, id, time, channels, functions.lit(null))).select(ID, SERIES);
  }

  /**
   * From the long format with targets.
   *
   * @param steps rows in any order
   * @param id the column that says to which series a step belongs
   * @param time the column that orders the steps of a series
   * @param channels columns of numbers, one per channel, at least one
   * @param label the column of targets, the same at every step of a series: strings are names of
   *     classes, which are read once to be numbered in their order; numbers stay
   * @return columns id, series and label
   */
  public Dataset<Row> ofSteps(
      Dataset<Row> steps, String id, String time, List<String> channels, String label) {
    Dataset<Row> rows =
        checked(grouped(steps, id, time, channels, functions.col(label))).select(ID, SERIES, LABEL);
    if (!steps.schema().apply(label).dataType().equals(DataTypes.StringType)) {
      return rows.withColumn(LABEL, functions.col(LABEL).cast(DataTypes.DoubleType));
    }
    Column name = functions.col(label);
    String[] classes =
        steps.filter(name.isNotNull()).select(name).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .sorted()
            .toArray(String[]::new);
    return numbered(rows, classes);
  }

  /**
   * From files of series, each in a format that {@link org.mf4j.data.formats.SeriesFile} reads:
   * {@code .ts}, {@code .arff}, {@code .csv} and others. A file is read by one executor, as a
   * whole.
   *
   * @param spark the session
   * @param path a file, a folder, or a pattern of files, wherever Spark reads from
   * @return columns id, the file's name and the number of the series in it; series; and label,
   *     which is null without targets. Classes are numbered as in the file; of several files, all
   *     are read once to know their classes
   */
  public Dataset<Row> ofFiles(SparkSession spark, String path) {
    Dataset<Row> read =
        spark
            .read()
            .format("binaryFile")
            .load(path)
            .select("path", "content")
            .flatMap(new ArchiveFiles("fail".equals(badRows)), Encoders.row(ArchiveFiles.SCHEMA));
    Dataset<Row> rows = checked(read);
    String[] classes =
        read.select(ArchiveFiles.CLASSES).distinct().collectAsList().stream()
            .map(row -> row.isNullAt(0) ? List.<String>of() : row.<String>getList(0))
            .sorted((a, b) -> a.toString().compareTo(b.toString()))
            .flatMap(List::stream)
            .distinct()
            .toArray(String[]::new);
    Dataset<Row> targets =
        classes.length == 0
            ? rows.withColumn(LABEL, functions.col(LABEL).cast(DataTypes.DoubleType))
            : numbered(rows, classes);
    return targets.select(ID, SERIES, LABEL);
  }

  private static Dataset<Row> grouped(
      Dataset<Row> steps, String id, String time, List<String> channels, Column label) {
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("channels: there is none; give at least 1 column");
    }
    Column[] step =
        Stream.concat(
                Stream.of(functions.col(time).as("time")),
                channels.stream()
                    .map(name -> functions.col(name).cast(DataTypes.DoubleType).as("c_" + name)))
            .toArray(Column[]::new);
    Column[] series =
        channels.stream()
            .map(
                name -> functions.transform(functions.col(STEPS), one -> one.getField("c_" + name)))
            .toArray(Column[]::new);
    Column times = functions.col(time);
    Column all = functions.count(functions.lit(1));
    Column labels = functions.count(label);
    return steps
        .groupBy(functions.col(id).cast(DataTypes.StringType).as(ID))
        .agg(
            functions.sort_array(functions.collect_list(functions.struct(step))).as(STEPS),
            functions.min(label).as(LABEL),
            functions
                .when(functions.count(times).notEqual(all), "a step without a time")
                .when(functions.countDistinct(times).notEqual(all), "two steps at one time")
                .when(
                    labels
                        .notEqual(0)
                        .and(
                            labels
                                .notEqual(all)
                                .or(functions.min(label).notEqual(functions.max(label)))),
                    "steps of different targets")
                .as(PROBLEM))
        .withColumn(SERIES, functions.array(series));
  }

  /** Lets series with a problem fail, or drops or empties them. */
  private Dataset<Row> checked(Dataset<Row> rows) {
    Column series = functions.col(SERIES);
    Column isBad =
        functions.exists(
            functions.flatten(series),
            value ->
                value
                    .isNull()
                    .or(value.isNaN())
                    .or(functions.abs(value).gt(functions.lit((double) Float.MAX_VALUE))));
    Dataset<Row> told =
        rows.withColumn(
            PROBLEM,
            functions
                .when(functions.col(PROBLEM).isNotNull(), functions.col(PROBLEM))
                .when(isBad, "a value that is missing or not finite"));
    Column problem = functions.col(PROBLEM);
    return switch (badRows) {
      case "drop" -> told.filter(problem.isNull());
      case "keep" -> told.withColumn(SERIES, functions.when(problem.isNull(), series));
      default ->
          told.filter(
              functions
                  .when(problem.isNotNull(), REFUSE.apply(functions.col(ID), problem))
                  .otherwise(true));
    };
  }

  private static Dataset<Row> numbered(Dataset<Row> rows, String... classes) {
    Column names =
        functions.array(Arrays.stream(classes).map(functions::lit).toArray(Column[]::new));
    Metadata metadata =
        NominalAttribute.defaultAttr().withName(LABEL).withValues(classes).toMetadata();
    Column index =
        functions.array_position(names, functions.col(LABEL)).minus(1).cast(DataTypes.DoubleType);
    return rows.withColumn(LABEL, index).withMetadata(LABEL, metadata);
  }
}
