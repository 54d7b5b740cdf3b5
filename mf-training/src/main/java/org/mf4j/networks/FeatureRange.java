package org.mf4j.networks;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.engine.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The range of every feature over a training set. A feature of another series that lies outside
 * counts as the nearest end: a summary that hardly varies in training can be a thousand deviations
 * away on a rare series, and a linear readout would follow it there. Ranges of disjoint parts of a
 * set merge.
 */
public final class FeatureRange implements Serializable {
  private static final long serialVersionUID = 1;

  /** Relative to the feature: narrower is rounding of single precision. */
  private static final double SMALLEST_WIDTH = 1e-6;

  private static final int CHUNK = 64;

  private final double[] least;
  private final double[] most;
  private final double[] sum;
  private final double[] squares;
  private final long examples;

  private FeatureRange(
      double[] least, double[] most, double[] sum, double[] squares, long examples) {
    this.least = least;
    this.most = most;
    this.sum = sum;
    this.squares = squares;
    this.examples = examples;
  }

  /**
   * Finds the ranges and lets the network map each to [-1, 1] and clip what lies outside; where the
   * network squashes its features, these are standardised before. A feature that does not vary
   * becomes 0.
   *
   * @param set the training set behind the recurrent layer of a network that clips its features
   */
  public static void fit(SummarisedSet set) {
    of(set).put(set.network());
  }

  private static FeatureRange of(SummarisedSet set) {
    List<FeatureRange> parts = new ArrayList<>();
    set.forEachSummaries(summaries -> parts.add(of(summaries)));
    return parts.stream().reduce(FeatureRange::merge).orElseThrow();
  }

  /**
   * Finds the ranges over a part of the training set; all processors share its examples.
   *
   * @param summaries what the recurrent layer makes of it {@code [n,N]}, see {@link
   *     SummarisedSet#kept}; n at least 1, any floating type
   * @return the ranges of the N features
   */
  public static FeatureRange of(INDArray summaries) {
    int examples = (int) summaries.size(0);
    FeatureRange[] parts = new FeatureRange[(examples + CHUNK - 1) / CHUNK];
    Workers.runParts(
        examples,
        CHUNK,
        (from, to) -> {
          INDArray some = summaries.get(NDArrayIndex.interval(from, to), NDArrayIndex.all());
          parts[from / CHUNK] = ofFeatures(some.dup('c'));
        });
    return Arrays.stream(parts).reduce(FeatureRange::merge).orElseThrow();
  }

  /** Of features in rows, which it closes. */
  private static FeatureRange ofFeatures(INDArray features) {
    int count = (int) features.size(1);
    FeatureRange range =
        new FeatureRange(
            filled(count, Double.POSITIVE_INFINITY),
            filled(count, Double.NEGATIVE_INFINITY),
            new double[count],
            new double[count],
            features.size(0));
    double[] rows = features.data().asDouble();
    features.close();
    for (int at = 0; at < rows.length; at += count) {
      range.add(rows, at);
    }
    return range;
  }

  private static double[] filled(int count, double value) {
    double[] filled = new double[count];
    Arrays.fill(filled, value);
    return filled;
  }

  private void add(double[] rows, int from) {
    for (int j = 0; j < sum.length; j++) {
      double feature = rows[from + j];
      least[j] = Math.min(least[j], feature);
      most[j] = Math.max(most[j], feature);
      sum[j] += feature;
      squares[j] += feature * feature;
    }
  }

  /**
   * The ranges over this part and another.
   *
   * @param other of the same network
   * @return a new value; neither operand changes
   */
  public FeatureRange merge(FeatureRange other) {
    return new FeatureRange(
        both(least, other.least, Math::min),
        both(most, other.most, Math::max),
        both(sum, other.sum, Double::sum),
        both(squares, other.squares, Double::sum),
        examples + other.examples);
  }

  private static double[] both(double[] a, double[] b, DoubleBinaryOperator of) {
    double[] both = a.clone();
    Arrays.setAll(both, j -> of.applyAsDouble(a[j], b[j]));
    return both;
  }

  /**
   * Lets a network map and clip its features, see {@link #fit}.
   *
   * @param network that of {@link #of}
   */
  public void put(MultiLayerNetwork network) {
    int layer = SummarisedSet.layerBehind(network);
    double[] factor = new double[least.length];
    double[] offset = new double[least.length];
    for (int j = 0; j < least.length; j++) {
      double width = most[j] - least[j];
      double size = Math.max(1, Math.max(Math.abs(least[j]), Math.abs(most[j])));
      if (width > SMALLEST_WIDTH * size) {
        factor[j] = 2 / width;
        offset[j] = -(most[j] + least[j]) / width;
      }
    }
    setParams(network, layer, factor, offset);
    if (LayerRun.isElementWise(network, layer + 1)) {
      standardise(network, layer + 1, factor, offset);
    }
  }

  /** s = (y - mean) / deviation of y = w f + c. */
  private void standardise(MultiLayerNetwork network, int squashing, double[] w, double[] c) {
    double[] factor = new double[w.length];
    double[] offset = new double[w.length];
    for (int j = 0; j < w.length; j++) {
      double mean = sum[j] / examples;
      double variance = squares[j] / examples - mean * mean;
      double deviation = w[j] * Math.sqrt(Math.max(0, variance));
      if (deviation > SMALLEST_WIDTH) {
        factor[j] = 1 / deviation;
        offset[j] = -(w[j] * mean + c[j]) / deviation;
      }
    }
    setParams(network, squashing, factor, offset);
  }

  private static void setParams(
      MultiLayerNetwork network, int layer, double[] factor, double[] offset) {
    setParam(network, layer + "_W", factor);
    setParam(network, layer + "_b", offset);
  }

  private static void setParam(MultiLayerNetwork network, String key, double[] values) {
    network.setParam(key, Nd4j.create(values).reshape(network.getParam(key).shape()));
  }
}
