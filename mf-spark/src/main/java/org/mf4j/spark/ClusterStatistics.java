package org.mf4j.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.readout.NetworkFeatures;
import org.mf4j.readout.SufficientStatistics;

/**
 * What an executor does in a fit: runs the series of a partition through the reservoir, some at a
 * time, and sums up. Gives one value per partition, none for an empty one, whose size depends on
 * the features only.
 */
final class ClusterStatistics implements FlatMapFunction<Iterator<Row>, SufficientStatistics> {
  /** Bounds the memory of a task. */
  private static final int SERIES_AT_ONCE = 256;

  private static final long serialVersionUID = 1;

  private final SentModel reservoir;
  private final RowReader reader;

  ClusterStatistics(SentModel reservoir, RowReader reader) {
    this.reservoir = reservoir;
    this.reader = reader;
  }

  @Override
  public Iterator<SufficientStatistics> call(Iterator<Row> rows) {
    SufficientStatistics sum = null;
    FittedModel model = rows.hasNext() ? reservoir.open() : null;
    while (rows.hasNext()) {
      List<Series> some = next(rows);
      if (!some.isEmpty()) {
        SufficientStatistics part = of(model, some);
        sum = sum == null ? part : sum.merge(part);
      }
    }
    return (sum == null ? List.<SufficientStatistics>of() : List.of(sum)).iterator();
  }

  private List<Series> next(Iterator<Row> rows) {
    List<Series> some = new ArrayList<>();
    while (rows.hasNext() && some.size() < SERIES_AT_ONCE) {
      reader.read(rows.next()).ifPresent(some::add);
    }
    return some;
  }

  private static SufficientStatistics of(FittedModel model, List<Series> some) {
    SeriesSet set = new SeriesSet("partition", model.task().classes(), some);
    TargetCoding coding =
        set.isClassification() ? TargetCoding.PLUS_MINUS_ONE : TargetCoding.REGRESSION;
    NetworkFeatures features =
        NetworkFeatures.of(model.network(), SeriesIterator.inLargeBatches(set, coding));
    return SufficientStatistics.of(features.features(), features.labels());
  }
}
