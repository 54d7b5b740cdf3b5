package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.MemoryStream;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.transform.FittedPipeline;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.training.EpochListener;
import scala.Option;
import scala.collection.JavaConverters;

class MemristiveStreamTest {
  private static final SparkSession SPARK = LocalSpark.session();
  private static final SeriesSet WAVES = Waves.of(List.of("0", "1"));
  private static final StructType PIECES =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("time", DataTypes.LongType)
          .add("series", Waves.SCHEMA.apply("series").dataType());
  private static final StructType STEPS =
      new StructType()
          .add("machine", DataTypes.IntegerType)
          .add("at", DataTypes.TimestampType)
          .add("x", DataTypes.DoubleType)
          .add("y", DataTypes.DoubleType);

  private static final AtomicInteger SOURCES = new AtomicInteger();

  @TempDir private Path folder;

  static Stream<ModelSettings> presets() {
    return Stream.of(
        ModelKind.MF_ESN.plain().withUnits(20),
        MfEsn.plainHeterogeneous(10),
        MfEsn.heterogeneous(10));
  }

  private static FittedModel fitted(ModelSettings settings) throws InterruptedException {
    return new ModelFitter(settings.withProbabilities()).fit(WAVES, 1, EpochListener.NONE);
  }

  /** A source that is given rows, and a query that scores them and keeps what comes out. */
  private final class Query {
    private final MemoryStream<Row> source;
    private final UnaryOperator<Dataset<Row>> scored;
    private final ConcurrentLinkedQueue<Row> answers = new ConcurrentLinkedQueue<>();
    private StreamingQuery query;

    Query(StructType schema, UnaryOperator<Dataset<Row>> scored) {
      this.source =
          new MemoryStream<>(
              SOURCES.incrementAndGet(), SPARK.sqlContext(), Option.empty(), Encoders.row(schema));
      this.scored = scored;
    }

    void start() throws TimeoutException {
      VoidFunction2<Dataset<Row>, Long> keep = (batch, id) -> answers.addAll(batch.collectAsList());
      query =
          scored
              .apply(source.toDF())
              .writeStream()
              .outputMode("append")
              .option("checkpointLocation", folder.resolve("checkpoint").toString())
              .foreachBatch(keep)
              .start();
    }

    List<Row> add(List<Row> rows) {
      answers.clear();
      source.addData(JavaConverters.asScalaBuffer(rows).toSeq());
      query.processAllAvailable();
      return List.copyOf(answers);
    }

    void stop() throws TimeoutException {
      query.stop();
    }
  }

  private static double[][] part(double[][] channels, int from, int to) {
    return Arrays.stream(channels)
        .map(channel -> Arrays.copyOfRange(channel, from, to))
        .toArray(double[][]::new);
  }

  private static Row piece(String key, long time, double[][] channels) {
    return RowFactory.create(key, time, channels);
  }

  /** Ten series in pieces of one to six steps, of each a few in every micro-batch. */
  private static List<List<Row>> pieces(SeriesSet set) {
    Random random = new Random(3);
    List<List<Row>> batches = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int k = 0; k < set.size(); k++) {
      double[][] channels = set.series().get(k).channels();
      int length = channels[0].length;
      for (int from = 0; from < length; ) {
        int to = Math.min(length, from + 1 + random.nextInt(6));
        batches.get(from * 3 / length).add(piece("s" + k, from, part(channels, from, to)));
        from = to;
      }
    }
    batches.forEach(batch -> Collections.shuffle(batch, random));
    return batches;
  }

  @ParameterizedTest
  @MethodSource("presets")
  void seriesInPiecesAreScoredAsIfTheyHadComeWhole(ModelSettings settings) throws Exception {
    FittedModel model = fitted(settings);
    SeriesSet some = WAVES.subset(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    MemristiveStream stream = MemristiveStream.of(MemristiveEsnModel.of(model));
    Query query = new Query(PIECES, stream::score);
    query.start();
    Map<String, Row> last = new HashMap<>();
    int batch = 0;
    for (List<Row> rows : pieces(some)) {
      query.add(rows).forEach(row -> last.put(row.getString(0), row));
      if (batch++ == 0) {
        // And goes on from the checkpoint.
        query.stop();
        query.start();
      }
    }
    query.stop();
    double[][] probabilities = model.probabilities(some);
    double[] predictions = model.predict(some);
    for (int k = 0; k < some.size(); k++) {
      Row row = last.get("s" + k);
      assertThat(row.<Long>getAs("steps")).isEqualTo(some.series().get(k).length());
      assertThat(row.<Vector>getAs("probability").toArray())
          .containsExactly(probabilities[k], within(1e-5));
      assertThat(row.<Double>getAs("prediction")).isEqualTo(predictions[k]);
    }
  }

  private static MemristiveStream stream() throws InterruptedException {
    FittedModel model = fitted(ModelKind.MF_ESN.plain().withUnits(10));
    return MemristiveStream.of(MemristiveEsnModel.of(model));
  }

  private static MemristiveStream stream(String badRows) throws InterruptedException {
    MemristiveStream stream = stream();
    stream.model().set(stream.model().badRows(), badRows);
    return stream;
  }

  /** A good piece, a bad one and a good one of key "a"; one of "b" in between. */
  private static List<Row> rows() {
    double[][] channels = WAVES.series().get(0).channels();
    double[][] bad = part(channels, 3, 6);
    bad[1][2] = Double.NaN;
    return List.of(
        piece("a", 1, part(channels, 0, 3)),
        piece("a", 2, bad),
        piece("b", 1, part(channels, 0, 2)),
        piece("a", 3, part(channels, 6, 9)));
  }

  /** What does not stream is scored in one go, by the same code. */
  private static List<Row> score(MemristiveStream stream, List<Row> rows) {
    return stream.score(SPARK.createDataFrame(rows, PIECES)).orderBy("id", "time").collectAsList();
  }

  @Test
  void aBadRowFailsByTheNameOfItsKey() throws Exception {
    Query query = new Query(PIECES, stream()::score);
    query.start();
    assertThatThrownBy(() -> query.add(rows()))
        .isInstanceOf(StreamingQueryException.class)
        .rootCause()
        .hasMessage(
            "row a has a value that is missing or not finite: NaN; correct it, or set badRows to"
                + " drop.");
  }

  @Test
  void aBadRowThatIsDroppedIsAsIfItHadNotCome() throws Exception {
    List<Row> good = new ArrayList<>(rows());
    good.remove(1);
    assertThat(score(stream("drop"), rows()))
        .hasSize(2)
        .isEqualTo(score(stream(), good))
        .extracting(row -> row.<Long>getAs("steps"))
        .containsExactly(6L, 2L);
  }

  @Test
  void aBadRowThatIsKeptHasNoPrediction() throws Exception {
    List<Row> scored = score(stream("keep"), rows());
    assertThat(scored).extracting(row -> row.getLong(1)).containsExactly(2L, 3L, 1L);
    assertThat(scored.get(0).<Double>getAs("prediction")).isNaN();
    assertThat(scored.get(0).<Object>getAs("probability")).isNull();
    assertThat(List.of(scored.get(1), scored.get(2))).isEqualTo(score(stream("drop"), rows()));
  }

  @Test
  void aRowWithoutKeyOrTimeOrThatIsLateIsBad() throws Exception {
    double[][] channels = part(WAVES.series().get(0).channels(), 0, 3);
    assertThatThrownBy(() -> score(stream(), List.of(piece(null, 1, channels))))
        .rootCause()
        .hasMessageStartingWith("row null has no key;");
    Row timeless = RowFactory.create("a", null, channels);
    assertThatThrownBy(() -> score(stream(), List.of(timeless)))
        .rootCause()
        .hasMessageStartingWith("row a has no time;");
    List<Row> twice = List.of(piece("a", 1, channels), piece("a", 1, channels));
    assertThatThrownBy(() -> score(stream(), twice))
        .rootCause()
        .hasMessageStartingWith("row a has the time 1, which is not after the last one;");
    assertThat(score(stream("drop"), twice).get(0).<Long>getAs("steps")).isEqualTo(3);
  }

  /** Rows that are steps, of a whole number, by the clock of their timestamps. */
  @Test
  void silentKeysAreForgotten() throws Exception {
    MemristiveStream stream =
        stream()
            .withKey("machine")
            .withTime("at")
            .withChannels("x", "y")
            .withTimeout(GroupStateTimeout.EventTimeTimeout(), Duration.ofMinutes(1));
    Query query = new Query(STEPS, rows -> stream.score(rows.withWatermark("at", "1 second")));
    query.start();
    assertThat(query.add(List.of(step(1, 0), step(1, 1), step(2, 1))))
        .extracting(row -> row.<Long>getAs("steps"))
        .containsExactlyInAnyOrder(2L, 1L);
    query.add(List.of(step(2, 50)));
    query.add(List.of(step(2, 100)));
    assertThat(query.add(List.of(step(1, 101), step(2, 102))))
        .extracting(row -> row.getInt(0), row -> row.<Long>getAs("steps"))
        .containsExactlyInAnyOrder(tuple(1, 1L), tuple(2, 4L));
    query.stop();
  }

  /** A batch of other keys comes in between, with which Spark looks for silent ones. */
  private long stepsAfterABatchOfOthers(Duration silence) throws Exception {
    MemristiveStream stream =
        stream()
            .withKey("machine")
            .withTime("at")
            .withChannels("x", "y")
            .withTimeout(GroupStateTimeout.ProcessingTimeTimeout(), silence);
    Query query = new Query(STEPS, stream::score);
    query.start();
    query.add(List.of(step(1, 0)));
    Thread.sleep(20);
    query.add(List.of(step(2, 0)));
    List<Row> answers = query.add(List.of(step(1, 1)));
    query.stop();
    assertThat(answers).extracting(row -> row.getInt(0)).containsExactly(1);
    return answers.get(0).getAs("steps");
  }

  @Test
  void silentKeysAreForgottenByTheClockOfTheQueryToo() throws Exception {
    // Otherwise Spark runs batches without data for ever, and the test cannot wait for the last.
    String empty = "spark.sql.streaming.noDataMicroBatches.enabled";
    SPARK.conf().set(empty, false);
    try {
      assertThat(stepsAfterABatchOfOthers(Duration.ofMillis(1))).isEqualTo(1);
      FileUtils.deleteDirectory(folder.resolve("checkpoint").toFile());
      assertThat(stepsAfterABatchOfOthers(Duration.ofHours(1))).isEqualTo(2);
    } finally {
      SPARK.conf().unset(empty);
    }
  }

  private static Row step(int machine, int second) {
    Series series = WAVES.series().get(machine);
    return RowFactory.create(
        machine,
        Timestamp.from(Instant.ofEpochSecond(1000 + second)),
        series.channels()[0][second % 20],
        series.channels()[1][second % 20]);
  }

  @Test
  void aCheckpointOfAnotherModelIsRefused() throws Exception {
    List<MemristiveStream> streams = new ArrayList<>(List.of(stream()));
    Query query = new Query(PIECES, rows -> streams.get(0).score(rows));
    query.start();
    double[][] channels = WAVES.series().get(0).channels();
    query.add(List.of(piece("a", 1, part(channels, 0, 3))));
    query.stop();
    streams.set(
        0, MemristiveStream.of(MemristiveEsnModel.of(fitted(MfEsn.plainHeterogeneous(10)))));
    query.start();
    assertThatThrownBy(() -> query.add(List.of(piece("a", 2, part(channels, 3, 6)))))
        .rootCause()
        .hasMessage(
            "checkpoint: is of another model; go on with that one, or begin with a new"
                + " checkpoint");
  }

  @Test
  void whatCannotFollowAStreamIsRefused() throws Exception {
    MemristiveStream stream = stream();
    FittedModel transformed =
        stream
            .model()
            .model()
            .withProvenance(Map.of(FittedPipeline.KEY, List.of(Map.of("name", "z-normalise"))));
    assertThatThrownBy(() -> MemristiveStream.of(MemristiveEsnModel.of(transformed)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("model: cannot follow a stream: it transforms series first");
    assertThatThrownBy(
            () -> stream.withTimeout(GroupStateTimeout.ProcessingTimeTimeout(), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("silence = PT0S: must be at least a millisecond");
  }

  @Test
  void aMissingOrUnfitColumnIsNamed() throws Exception {
    MemristiveStream stream = stream();
    Dataset<Row> steps = SPARK.createDataFrame(List.of(), STEPS);
    assertThatThrownBy(() -> stream.score(steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key = id: there is no such column; must be one of machine, at, x, y");
    assertThatThrownBy(() -> stream.withKey("machine").withTime("x").score(steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time = x: the column has type double; must be one of timestamp, bigint, int");
    assertThatThrownBy(
            () -> stream.withKey("machine").withTime("at").withChannels("z").score(steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("channels = z: there is no such column");
  }
}
