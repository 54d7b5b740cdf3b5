package org.mf4j.spark;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.series.Series;
import org.mf4j.models.FittedModel;
import org.mf4j.networks.StreamState;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What an executor does with the rows of a key in a micro-batch of a {@link MemristiveStream}. */
final class StreamScoring implements FlatMapGroupsWithStateFunction<String, Row, byte[], Row> {
  private static final long serialVersionUID = 1;
  private static final int KEY = 0;
  private static final int TIME = 1;
  private static final int ORDER = 2;

  /** Before any time. */
  private static final long NONE = Long.MIN_VALUE;

  private static final long MICROS_PER_MILLI = 1000;

  /** Bounds the memory of the states of all steps of a piece. */
  private static final int STEPS_AT_ONCE = 1024;

  private final SentModel sent;
  private final RowReader reader;
  private final Answer answer;
  private final boolean keepsBadRows;
  private final Timeout timeout;
  private final long fingerprint;
  private transient FittedModel model;

  StreamScoring(
      SentModel sent, FittedModel model, RowReader reader, boolean keepsBadRows, Timeout timeout) {
    this.sent = sent;
    this.reader = reader;
    this.answer = Answer.of(model);
    this.keepsBadRows = keepsBadRows;
    this.timeout = timeout;
    this.fingerprint = fingerprint(model.network());
  }

  /** The same for a model and its file, however often that is written. */
  private static long fingerprint(MultiLayerNetwork network) {
    int configuration = network.getLayerWiseConfigurations().toJson().hashCode();
    int weights = Arrays.hashCode(network.params().toFloatVector());
    return ((long) configuration << Integer.SIZE) | Integer.toUnsignedLong(weights);
  }

  @Override
  public Iterator<Row> call(String key, Iterator<Row> rows, GroupState<byte[]> state) {
    if (state.hasTimedOut()) {
      state.remove();
      return Collections.emptyIterator();
    }
    if (model == null) {
      model = sent.open();
    }
    Position position = state.exists() ? Position.of(state.get(), fingerprint) : Position.START;
    position.state().putInto(model.network());
    List<Row> answers = new ArrayList<>();
    Row last = null;
    double[] outputs = null;
    for (Row row : inOrder(rows)) {
      Optional<Series> piece = piece(row, position);
      if (piece.isPresent()) {
        last = row;
        outputs = run(piece.get().channels());
        position = position.after(piece.get().length(), row.getLong(ORDER));
      } else if (keepsBadRows) {
        answers.add(answer(row, position.steps(), null));
      }
    }
    if (last != null) {
      answers.add(answer(last, position.steps(), outputs));
      state.update(position.at(StreamState.of(model.network())).bytes(fingerprint));
    }
    if (state.exists()) {
      timeout.set(state, position.last());
    }
    return answers.iterator();
  }

  private static List<Row> inOrder(Iterator<Row> rows) {
    List<Row> inOrder = new ArrayList<>();
    rows.forEachRemaining(inOrder::add);
    inOrder.sort(Comparator.comparing(row -> row.isNullAt(ORDER) ? NONE : row.getLong(ORDER)));
    return inOrder;
  }

  /** The piece of a row; empty if it is bad and bad rows do not fail. */
  private Optional<Series> piece(Row row, Position position) {
    String problem =
        row.isNullAt(KEY)
            ? "no key"
            : row.isNullAt(ORDER)
                ? "no time"
                : row.getLong(ORDER) <= position.last()
                    ? "the time %s, which is not after the last one".formatted(row.get(TIME))
                    : "";
    if (problem.isEmpty()) {
      return reader.read(row);
    }
    if (reader.fails()) {
      throw RowReader.bad(String.valueOf(row.get(KEY)), problem);
    }
    return Optional.empty();
  }

  /** The outputs after a piece. */
  private double[] run(double[][] channels) {
    double[] outputs = null;
    for (int from = 0; from < channels[0].length; from += STEPS_AT_ONCE) {
      int start = from;
      int end = Math.min(channels[0].length, from + STEPS_AT_ONCE);
      double[][] some =
          Arrays.stream(channels)
              .map(channel -> Arrays.copyOfRange(channel, start, end))
              .toArray(double[][]::new);
      outputs =
          model
              .network()
              .rnnTimeStep(Nd4j.createFromArray(new double[][][] {some}).castTo(DataType.FLOAT))
              .toDoubleVector();
    }
    return outputs;
  }

  private Row answer(Row row, long steps, double[] outputs) {
    List<Object> values = new ArrayList<>(Arrays.asList(row.get(KEY), row.get(TIME), steps));
    boolean known = outputs != null && Arrays.stream(outputs).noneMatch(Double::isNaN);
    if (answer != Answer.NUMBER) {
      values.add(known ? Vectors.dense(outputs) : null);
    }
    values.add(known ? answer.prediction(outputs) : Double.NaN);
    return RowFactory.create(values.toArray());
  }

  /**
   * When a silent key is forgotten.
   *
   * @param millis after how long; 0 for never
   * @param byEvents whether by the time of its rows, in microseconds
   */
  record Timeout(long millis, boolean byEvents) implements Serializable {
    void set(GroupState<byte[]> state, long last) {
      if (millis == 0) {
        return;
      }
      if (byEvents) {
        // What came late is not forgotten before Spark's clock has moved on.
        long end = last / MICROS_PER_MILLI + millis;
        state.setTimeoutTimestamp(Math.max(end, state.getCurrentWatermarkMs() + 1));
      } else {
        state.setTimeoutDuration(millis);
      }
    }
  }

  /**
   * Where the series of a key stands.
   *
   * @param steps how many there were
   * @param last the time of the last piece
   * @param state of the network
   */
  private record Position(long steps, long last, StreamState state) {
    static final Position START = new Position(0, NONE, StreamState.START);

    Position after(int more, long time) {
      return new Position(steps + more, time, state);
    }

    Position at(StreamState now) {
      return new Position(steps, last, now);
    }

    byte[] bytes(long fingerprint) {
      byte[] bytes = state.bytes();
      return ByteBuffer.allocate(3 * Long.BYTES + bytes.length)
          .putLong(fingerprint)
          .putLong(steps)
          .putLong(last)
          .put(bytes)
          .array();
    }

    static Position of(byte[] bytes, long fingerprint) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      if (buffer.getLong() != fingerprint) {
        throw new IllegalArgumentException(
            "checkpoint: is of another model; go on with that one, or begin with a new checkpoint");
      }
      long steps = buffer.getLong();
      long last = buffer.getLong();
      byte[] state = Arrays.copyOfRange(bytes, buffer.position(), bytes.length);
      return new Position(steps, last, StreamState.of(state));
    }
  }
}
