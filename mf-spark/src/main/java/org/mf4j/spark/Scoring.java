package org.mf4j.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.transform.FittedPipeline;
import org.mf4j.models.FittedModel;
import org.mf4j.networks.LayerRun;
import org.mf4j.networks.SeriesNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * What an executor does in a prediction: adds columns to the rows of a partition, some at a time.
 */
final class Scoring implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;
  private static final int ROWS_AT_ONCE = 256;

  private final SentModel sent;
  private final RowReader reader;
  private final boolean keepsBadRows;

  Scoring(SentModel sent, RowReader reader, boolean keepsBadRows) {
    this.sent = sent;
    this.reader = reader;
    this.keepsBadRows = keepsBadRows;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    if (!rows.hasNext()) {
      return Collections.emptyIterator();
    }
    return new Scored(rows, sent.open());
  }

  /** Rows with their answers, computed when they are asked for. */
  private final class Scored implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final FittedModel model;
    private final Answer answer;
    private Iterator<Row> ready = Collections.emptyIterator();

    Scored(Iterator<Row> rows, FittedModel model) {
      this.rows = rows;
      this.model = model;
      this.answer = Answer.of(model);
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && rows.hasNext()) {
        ready = nextRows();
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the partition is over");
      }
      return ready.next();
    }

    private Iterator<Row> nextRows() {
      List<Row> some = new ArrayList<>();
      List<Optional<Series>> read = new ArrayList<>();
      while (rows.hasNext() && some.size() < ROWS_AT_ONCE) {
        Row row = rows.next();
        Optional<Series> series = reader.read(row);
        if (series.isPresent() || keepsBadRows) {
          some.add(row);
          read.add(series);
        }
      }
      List<Series> good = read.stream().flatMap(Optional::stream).toList();
      Iterator<Output> outputs = good.isEmpty() ? null : outputs(good).iterator();
      List<Row> answers = new ArrayList<>();
      for (int i = 0; i < some.size(); i++) {
        answers.add(answer(some.get(i), read.get(i).isPresent() ? outputs.next() : null));
      }
      return answers.iterator();
    }

    private List<Output> outputs(List<Series> good) {
      SeriesSet set =
          FittedPipeline.of(model.provenance()).apply(new SeriesSet("partition", List.of(), good));
      SeriesIterator batches =
          SeriesIterator.inLargeBatches(
              set, TargetCoding.REGRESSION, SeriesNetwork.channelsSeen(model.network()));
      List<Output> outputs = new ArrayList<>();
      while (batches.hasNext()) {
        outputs.addAll(Output.of(model.network(), batches.next()));
      }
      return outputs;
    }

    private Row answer(Row row, Output output) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        values.add(row.get(i));
      }
      if (answer != Answer.NUMBER) {
        values.add(output == null ? null : Vectors.dense(output.raw()));
      }
      if (answer == Answer.PROBABLE_CLASS) {
        values.add(output == null ? null : Vectors.dense(output.activated()));
      }
      values.add(output == null ? Double.NaN : answer.prediction(output.raw()));
      return RowFactory.create(values.toArray());
    }
  }

  /**
   * What the output layer of a network gives for a series.
   *
   * @param raw before its activation
   * @param activated after it
   */
  // Bulk numbers stay in arrays; outputs are not compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Output(double[] raw, double[] activated) {
    static List<Output> of(MultiLayerNetwork network, DataSet batch) {
      List<Output> outputs = new ArrayList<>();
      int last = network.getnLayers() - 1;
      new LayerRun(network, 0, last)
          .read(
              batch.getFeatures(),
              batch.getFeaturesMaskArray(),
              features -> outputs.addAll(of(network, last, features)));
      return outputs;
    }

    private static List<Output> of(MultiLayerNetwork network, int last, INDArray features) {
      INDArray weights = network.getParam(last + "_W");
      double[][] raw = rows(features.mmul(weights).addiRowVector(network.getParam(last + "_b")));
      List<double[]> activated = new ArrayList<>();
      new LayerRun(network, last, last + 1)
          .read(features, null, output -> activated.addAll(List.of(rows(output))));
      return IntStream.range(0, raw.length)
          .mapToObj(i -> new Output(raw[i], activated.get(i)))
          .toList();
    }

    /** ND4J's own way makes an array of every row. */
    private static double[][] rows(INDArray matrix) {
      double[] values = matrix.dup('c').data().asDouble();
      int columns = (int) matrix.size(1);
      return IntStream.range(0, (int) matrix.size(0))
          .mapToObj(i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns))
          .toArray(double[][]::new);
    }
  }
}
