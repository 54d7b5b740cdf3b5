package org.mf4j.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.mf4j.readout.DistributedRidge;
import org.mf4j.readout.NetworkFeatures;
import org.mf4j.readout.RidgeFit;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.readout.SufficientStatistics;
import org.mf4j.spark.PartitionFeatures.Batch;

/**
 * The passes of a {@link DistributedRidge} over rows on a cluster. Sums come back in a tree; what
 * is kept in between are the left-out outputs of a calibration, on the executors.
 *
 * @param rows what is learned from
 * @param features runs them through the reservoir
 * @param options how the readout is fitted
 */
record ClusterRidge(JavaRDD<Row> rows, PartitionFeatures features, RidgeOptions options) {
  /**
   * A fit and what it was made of.
   *
   * @param fit the readout
   * @param series how many rows it has learned from
   */
  record Result(RidgeFit fit, long series) {}

  /** One pass for given penalties, one more to leave one out, one more to calibrate. */
  Result fit() {
    PartitionFeatures each = features;
    SufficientStatistics statistics =
        PartitionFeatures.merged(
            rows.mapPartitions(
                some -> each.sum(some, ClusterRidge::sums, SufficientStatistics::merge)),
            SufficientStatistics::merge);
    DistributedRidge ridge = new DistributedRidge(statistics, options);
    Broadcast<DistributedRidge> sent =
        JavaSparkContext.fromSparkContext(rows.context()).broadcast(ridge);
    try {
      RidgeFit fit = ridge.leavesOneOut() ? ridge.fit(squaredErrors(sent)) : ridge.fit();
      return new Result(
          options.calibrated() ? calibrated(ridge, sent, fit) : fit, statistics.count());
    } finally {
      sent.destroy();
    }
  }

  private static SufficientStatistics sums(Batch batch) {
    NetworkFeatures some = batch.features();
    return SufficientStatistics.of(some.features(), some.labels());
  }

  private double[] squaredErrors(Broadcast<DistributedRidge> sent) {
    PartitionFeatures each = features;
    return rows.mapPartitions(
            some -> each.sum(some, batch -> squaredErrors(sent.value(), batch), ClusterRidge::sum))
        .treeReduce(ClusterRidge::sum);
  }

  private static double[] squaredErrors(DistributedRidge ridge, Batch batch) {
    NetworkFeatures some = batch.features();
    return ridge.squaredErrors(some.features(), some.labels());
  }

  private RidgeFit calibrated(
      DistributedRidge ridge, Broadcast<DistributedRidge> sent, RidgeFit fit) {
    PartitionFeatures each = features;
    double lambda = fit.lambda();
    JavaRDD<LeftOut> outputs =
        rows.mapPartitions(
            some -> {
              List<LeftOut> parts = new ArrayList<>();
              each.of(some)
                  .forEachRemaining(batch -> parts.add(LeftOut.of(sent.value(), batch, lambda)));
              return parts.iterator();
            });
    outputs.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return ridge.calibrated(
          fit,
          sharpnesses ->
              outputs
                  .map(part -> sent.value().slopes(part.outputs(), part.labels(), sharpnesses))
                  .treeReduce(ClusterRidge::sum));
    } finally {
      outputs.unpersist();
    }
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  /**
   * What the fits without the series give for some series.
   *
   * @param outputs one per series and class
   * @param labels their classes
   */
  // Bulk numbers stay in arrays; parts are not compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record LeftOut(double[] outputs, int[] labels) implements Serializable {
    static LeftOut of(DistributedRidge ridge, Batch batch, double lambda) {
      NetworkFeatures some = batch.features();
      return new LeftOut(
          ridge.leftOut(some.features(), some.labels(), lambda),
          some.labels().argMax(1).toIntVector());
    }
  }
}
