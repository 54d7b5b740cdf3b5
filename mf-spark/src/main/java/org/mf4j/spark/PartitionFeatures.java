package org.mf4j.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.readout.NetworkFeatures;

/**
 * What an executor does in every pass of a fit: runs the series of a partition through the
 * reservoir, some at a time.
 *
 * @param reservoir the network, with an output layer of zeros
 * @param reader makes series of rows
 */
record PartitionFeatures(SentModel reservoir, RowReader reader) implements Serializable {
  /** Bounds the memory of a task. */
  private static final int SERIES_AT_ONCE = 256;

  /**
   * Some of the series of a partition.
   *
   * @param network what they run through
   * @param series some of them
   */
  record Batch(MultiLayerNetwork network, SeriesIterator series) {
    NetworkFeatures features() {
      return NetworkFeatures.of(network, series);
    }
  }

  /** The good rows, read when they are asked for. */
  Iterator<Batch> of(Iterator<Row> rows) {
    return rows.hasNext() ? new Batches(rows, reservoir.open()) : Collections.emptyIterator();
  }

  /** One sum per partition, none for an empty one. */
  <T> Iterator<T> sum(Iterator<Row> rows, Function<Batch, T> each, BinaryOperator<T> plus) {
    Iterator<Batch> batches = of(rows);
    T all = null;
    while (batches.hasNext()) {
      T part = each.apply(batches.next());
      all = all == null ? part : plus.apply(all, part);
    }
    return (all == null ? List.<T>of() : List.of(all)).iterator();
  }

  /**
   * The sum of the sums of all partitions, in a tree.
   *
   * @throws DataException if there is none: no row was good
   */
  static <T> T merged(JavaRDD<T> sums, Function2<T, T, T> plus) {
    try {
      return sums.treeReduce(plus);
    } catch (UnsupportedOperationException e) {
      // What Spark says of an empty collection.
      throw new DataException(
          "no row is left to learn from: every one has no good series or no label; correct them, or"
              + " set badRows to fail, which names the first.",
          e);
    }
  }

  private final class Batches implements Iterator<Batch> {
    private final Iterator<Row> rows;
    private final FittedModel model;
    private final List<Series> some = new ArrayList<>();

    Batches(Iterator<Row> rows, FittedModel model) {
      this.rows = rows;
      this.model = model;
    }

    @Override
    public boolean hasNext() {
      while (rows.hasNext() && some.size() < SERIES_AT_ONCE) {
        reader.read(rows.next()).ifPresent(some::add);
      }
      return !some.isEmpty();
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the partition is over");
      }
      SeriesSet set = new SeriesSet("partition", model.task().classes(), List.copyOf(some));
      some.clear();
      TargetCoding coding =
          set.isClassification() ? TargetCoding.PLUS_MINUS_ONE : TargetCoding.REGRESSION;
      return new Batch(model.network(), SeriesIterator.inLargeBatches(set, coding));
    }
  }
}
