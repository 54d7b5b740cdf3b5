package org.mf4j.spark;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.mf4j.data.series.DataException;
import org.mf4j.readout.DistributedRidge;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.NetworkFeatures;
import org.mf4j.readout.RidgeFit;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.readout.SufficientStatistics;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The passes of a {@link DistributedRidge} over features on a cluster. Sums come back in a tree;
 * what is kept in between are the left-out outputs of a calibration, on the executors.
 *
 * @param features what the readout reads, of all series
 * @param options how it is fitted
 */
record ClusterRidge(JavaRDD<NetworkFeatures> features, RidgeOptions options) {
  /**
   * A fit and what it was made of.
   *
   * @param fit the readout
   * @param series how many rows it has learned from
   */
  record Result(RidgeFit fit, long series) {}

  /** {@return one for the sums, one more to leave one out, and one more to calibrate} */
  static int passes(RidgeOptions options) {
    boolean leavesOut = options.lambda() instanceof LambdaRule.LeaveOneOut;
    return 1 + (leavesOut ? 1 : 0) + (options.calibrated() ? 1 : 0);
  }

  Result fit() {
    SufficientStatistics statistics =
        PartitionFeatures.merged(
            features.mapPartitions(
                some ->
                    PartitionFeatures.sum(some, ClusterRidge::sums, SufficientStatistics::merge)),
            SufficientStatistics::merge);
    requireTwoClasses(statistics);
    DistributedRidge ridge = new DistributedRidge(statistics, options);
    Broadcast<DistributedRidge> sent =
        JavaSparkContext.fromSparkContext(features.context()).broadcast(ridge);
    try {
      RidgeFit fit = ridge.leavesOneOut() ? ridge.fit(squaredErrors(sent)) : ridge.fit();
      return new Result(
          options.calibrated() ? calibrated(ridge, sent, fit) : fit, statistics.count());
    } finally {
      sent.destroy();
    }
  }

  /** Targets are +1 for the class and -1 elsewhere, so that a mean of 1 leaves no other class. */
  private static void requireTwoClasses(SufficientStatistics statistics) {
    double[] means = statistics.meanY();
    for (int k = 0; means.length > 1 && k < means.length; k++) {
      if (means[k] == 1) {
        throw new DataException(
            "every row has the same label (%d); a classifier needs two classes at least."
                .formatted(k));
      }
    }
  }

  private static SufficientStatistics sums(NetworkFeatures some) {
    return SufficientStatistics.of(some.features(), some.labels());
  }

  private double[] squaredErrors(Broadcast<DistributedRidge> sent) {
    return features
        .mapPartitions(
            some ->
                PartitionFeatures.sum(
                    some,
                    batch -> sent.value().squaredErrors(batch.features(), batch.labels()),
                    ClusterRidge::sum))
        .treeReduce(ClusterRidge::sum);
  }

  private RidgeFit calibrated(
      DistributedRidge ridge, Broadcast<DistributedRidge> sent, RidgeFit fit) {
    double lambda = fit.lambda();
    JavaRDD<LeftOut> outputs = features.map(batch -> LeftOut.of(sent.value(), batch, lambda));
    outputs.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return ridge.calibrated(
          fit,
          sharpnesses ->
              outputs
                  .map(part -> sent.value().slopes(part.outputs, part.labels, sharpnesses))
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

  /** What the fits without the series give for some series. */
  private static final class LeftOut implements Serializable {
    private static final long serialVersionUID = 1;

    /** One per series and class. */
    private final double[] outputs;

    private final int[] labels;

    private LeftOut(double[] outputs, int[] labels) {
      this.outputs = outputs;
      this.labels = labels;
    }

    static LeftOut of(DistributedRidge ridge, NetworkFeatures batch, double lambda) {
      INDArray targets = batch.labels();
      return new LeftOut(
          ridge.leftOut(batch.features(), targets, lambda), targets.argMax(1).toIntVector());
    }
  }
}
