package org.mf4j.spark;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Row;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.networks.SummarisedSet;

/**
 * What an executor does in the first pass of a fit: runs the series of a partition through the
 * reservoir, some at a time.
 *
 * @param reservoir the network, with an output layer of zeros
 * @param reader makes series of rows
 */
record PartitionFeatures(SentModel reservoir, RowReader reader) implements Serializable {
  /** Products gain from many rows. */
  private static final int SERIES_AT_ONCE = 1024;

  /** Bounds the memory of a task: 32 MiB. */
  private static final int NUMBERS_AT_ONCE = 1 << 22;

  /** The good rows, read when they are asked for. */
  Iterator<FeatureBatch> of(Iterator<Row> rows) {
    return rows.hasNext() ? new Batches(rows, reservoir.open()) : Collections.emptyIterator();
  }

  /** One sum per partition, none for an empty one. */
  static <B, T> Iterator<T> sum(Iterator<B> batches, Function<B, T> each, BinaryOperator<T> plus) {
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

  private final class Batches implements Iterator<FeatureBatch> {
    private final Iterator<Row> rows;
    private final FittedModel model;
    private final Deque<FeatureBatch> ready = new ArrayDeque<>();

    Batches(Iterator<Row> rows, FittedModel model) {
      this.rows = rows;
      this.model = model;
    }

    @Override
    public boolean hasNext() {
      if (ready.isEmpty()) {
        List<Series> some = nextSeries();
        if (!some.isEmpty()) {
          run(new SeriesSet("partition", model.task().classes(), some));
        }
      }
      return !ready.isEmpty();
    }

    private List<Series> nextSeries() {
      List<Series> some = new ArrayList<>();
      long numbers = 0;
      while (rows.hasNext() && some.size() < SERIES_AT_ONCE && numbers < NUMBERS_AT_ONCE) {
        var series = reader.read(rows.next());
        if (series.isPresent()) {
          some.add(series.get());
          numbers += (long) series.get().channels().length * series.get().length();
        }
      }
      return some;
    }

    private void run(SeriesSet set) {
      TargetCoding coding =
          set.isClassification() ? TargetCoding.PLUS_MINUS_ONE : TargetCoding.REGRESSION;
      SummarisedSet features =
          SummarisedSet.kept(
              model.network(),
              SeriesIterator.inLargeBatches(
                  set, coding, SeriesNetwork.channelsSeen(model.network())));
      features
          .examples()
          .forEachRemaining(batch -> ready.add(new FeatureBatch(features.layer(), batch)));
    }

    @Override
    public FeatureBatch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the partition is over");
      }
      return ready.remove();
    }
  }
}
