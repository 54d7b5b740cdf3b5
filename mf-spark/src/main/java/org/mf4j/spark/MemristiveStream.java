package org.mf4j.spark;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.mf4j.data.transform.FittedPipeline;
import org.mf4j.models.FittedModel;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.networks.StreamState;

/**
 * Scores a Structured Streaming source by key: every key keeps where its series stands in the
 * network between micro-batches, so that a series that arrives in pieces is predicted as if it had
 * come whole, and a query that is started again from its checkpoint goes on with the same numbers.
 *
 * <pre>
 * MemristiveStream.of(model).withKey("machine").withTime("at").withChannels("x", "y")
 *     .score(spark.readStream()...)
 *     .writeStream().outputMode("append").option("checkpointLocation", ...)
 * </pre>
 *
 * <p>Of a source that does not stream every series is scored once. The state of a key takes the
 * bytes that {@link StreamState} tells.
 *
 * @param model fitted; its params name the columns that come out, and what happens to bad rows: as
 *     elsewhere, a row that is kept has the prediction NaN, and its steps are left out
 * @param key the column that says to which series a row belongs, strings or whole numbers
 * @param time the column that orders the rows of a key, whole numbers or timestamps. A row that is
 *     not after the last one of its key is bad; within a micro-batch rows may come in any order
 * @param channels columns of numbers, one per channel, where a row is a step; none where it is a
 *     piece of the model's column of series
 * @param timeout whether the states of silent keys are forgotten, and by which clock. By that of
 *     events the time is a timestamp with a watermark
 * @param silence after how long
 */
public record MemristiveStream(
    MemristiveEsnModel model,
    String key,
    String time,
    List<String> channels,
    GroupStateTimeout timeout,
    Duration silence) {
  private static final String SERIES = "series";
  private static final String ORDER = "order";
  private static final List<DataType> TIMES =
      List.of(DataTypes.TimestampType, DataTypes.LongType, DataTypes.IntegerType);
  private static final List<DataType> KEYS =
      List.of(DataTypes.StringType, DataTypes.LongType, DataTypes.IntegerType);

  /**
   * Holds a model that can follow a stream.
   *
   * @throws IllegalArgumentException if it cannot, as one that was trained with {@code
   *     --transform}; or if there is a timeout of no duration
   */
  public MemristiveStream {
    channels = List.copyOf(channels);
    FittedModel fitted = model.model();
    StreamState.requireStreamable(fitted.network());
    if (!FittedPipeline.of(fitted.provenance()).steps().isEmpty()) {
      throw new IllegalArgumentException(
          "model: cannot follow a stream: it transforms series first (%s); train it without"
              .formatted(fitted.provenance().get(FittedPipeline.KEY)));
    }
    if (!timeout.equals(GroupStateTimeout.NoTimeout()) && silence.toMillis() < 1) {
      throw new IllegalArgumentException(
          "silence = %s: must be at least a millisecond".formatted(silence));
    }
  }

  /**
   * Pieces of series, by the model's column of ids and a column "time"; keys are never forgotten.
   *
   * @param model fitted
   * @return the options
   */
  public static MemristiveStream of(MemristiveEsnModel model) {
    return new MemristiveStream(
        model,
        model.getOrDefault(model.idCol()),
        "time",
        List.of(),
        GroupStateTimeout.NoTimeout(),
        Duration.ZERO);
  }

  /**
   * The same by another key.
   *
   * @param column of the key
   * @return new options
   */
  public MemristiveStream withKey(String column) {
    return new MemristiveStream(model, column, time, channels, timeout, silence);
  }

  /**
   * The same in another order.
   *
   * @param column of the time
   * @return new options
   */
  public MemristiveStream withTime(String column) {
    return new MemristiveStream(model, key, column, channels, timeout, silence);
  }

  /**
   * The same for rows that are steps.
   *
   * @param columns one per channel
   * @return new options
   */
  public MemristiveStream withChannels(String... columns) {
    return new MemristiveStream(model, key, time, Arrays.asList(columns), timeout, silence);
  }

  /**
   * The same, silent keys forgotten: what comes later is a new series.
   *
   * @param clock {@code ProcessingTimeTimeout()} or {@code EventTimeTimeout()}
   * @param after how long a key is silent
   * @return new options
   */
  public MemristiveStream withTimeout(GroupStateTimeout clock, Duration after) {
    return new MemristiveStream(model, key, time, channels, clock, after);
  }

  /**
   * Scores.
   *
   * @param rows a stream; the query that writes what comes out has output mode "append"
   * @return a row per key and micro-batch: key, time of the last step, {@code steps} so far, and
   *     after these steps the probabilities of classes (their scores, of a model without
   *     probabilities; none of numbers to regress) and the prediction
   * @throws IllegalArgumentException if a column is missing or of the wrong type
   */
  public Dataset<Row> score(Dataset<Row> rows) {
    Dataset<Row> pieces = pieces(rows);
    FittedModel fitted = model.model();
    StructType schema = answers(pieces.schema(), Answer.of(fitted));
    SentModel sent =
        model.send(JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext()));
    String habit = model.getOrDefault(model.badRows());
    RowReader reader =
        RowReader.ofPieces(pieces.schema(), SERIES, key, channels(fitted), "fail".equals(habit));
    StreamScoring scoring =
        new StreamScoring(sent, fitted, reader, "keep".equals(habit), timeoutOfKeys());
    return pieces
        .groupByKey((MapFunction<Row, String>) row -> String.valueOf(row.get(0)), Encoders.STRING())
        .flatMapGroupsWithState(
            scoring, OutputMode.Append(), Encoders.BINARY(), Encoders.row(schema), timeout);
  }

  private static int channels(FittedModel fitted) {
    return (int) SeriesNetwork.channels(fitted.network());
  }

  private boolean byEvents() {
    return timeout.equals(GroupStateTimeout.EventTimeTimeout());
  }

  private StreamScoring.Timeout timeoutOfKeys() {
    boolean never = timeout.equals(GroupStateTimeout.NoTimeout());
    return new StreamScoring.Timeout(never ? 0 : silence.toMillis(), byEvents());
  }

  /** Columns of the key, the time, its order as a whole number, and the piece. */
  private Dataset<Row> pieces(Dataset<Row> rows) {
    StructType schema = rows.schema();
    requireType(schema, "key", key, KEYS);
    requireType(schema, "time", time, byEvents() ? List.of(DataTypes.TimestampType) : TIMES);
    Column at = functions.col(time);
    boolean isTimestamp = schema.apply(time).dataType().equals(DataTypes.TimestampType);
    return rows.select(
        functions.col(key),
        at,
        (isTimestamp ? functions.unix_micros(at) : at.cast(DataTypes.LongType)).as(ORDER),
        series(schema).as(SERIES));
  }

  private static void requireType(
      StructType schema, String option, String column, List<DataType> types) {
    DataType type = schema.apply(Schemas.require(schema, option, column)).dataType();
    if (!types.contains(type)) {
      throw new IllegalArgumentException(
          "%s = %s: the column has type %s; must be one of %s"
              .formatted(
                  option,
                  column,
                  type.simpleString(),
                  types.stream().map(DataType::simpleString).collect(Collectors.joining(", "))));
    }
  }

  private Column series(StructType schema) {
    if (channels.isEmpty()) {
      return functions.col(Schemas.requireSeries(model, schema));
    }
    channels.forEach(name -> Schemas.require(schema, "channels", name));
    return functions.array(
        channels.stream()
            .map(name -> functions.array(functions.col(name).cast(DataTypes.DoubleType)))
            .toArray(Column[]::new));
  }

  private StructType answers(StructType pieces, Answer answer) {
    StructType schema =
        new StructType()
            .add(pieces.apply(key))
            .add(time, pieces.apply(time).dataType())
            .add("steps", DataTypes.LongType, false);
    if (answer != Answer.NUMBER) {
      String vector =
          model.getOrDefault(
              answer == Answer.CLASS ? model.rawPredictionCol() : model.probabilityCol());
      schema = schema.add(vector, SQLDataTypes.VectorType(), true);
    }
    return schema.add(model.getOrDefault(model.predictionCol()), DataTypes.DoubleType, false);
  }
}
