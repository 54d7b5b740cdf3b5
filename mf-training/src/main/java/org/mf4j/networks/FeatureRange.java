package org.mf4j.networks;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The range of every feature over a training set. A feature of another series that lies outside
 * counts as the nearest end: a summary that hardly varies in training can be a thousand deviations
 * away on a rare series, and a linear readout would follow it there.
 */
public final class FeatureRange {
  /** Relative to the feature: narrower is rounding of single precision. */
  private static final double SMALLEST_WIDTH = 1e-6;

  private final int layer;
  private INDArray lower;
  private INDArray upper;
  private INDArray sum;
  private INDArray squares;
  private long examples;

  private FeatureRange(int layer) {
    this.layer = layer;
  }

  /**
   * Finds the ranges and lets the network map each to [-1, 1] and clip what lies outside; where the
   * network squashes its features, these are standardised before. A feature that does not vary
   * becomes 0.
   *
   * @param network a {@link SeriesNetwork} that clips its features, with its recurrent weights
   * @param examples the training set, with masks where lengths differ; read once from the start
   */
  public static void fit(MultiLayerNetwork network, DataSetIterator examples) {
    FeatureRange range = new FeatureRange(SeriesNetwork.views(network) + 1);
    examples.reset();
    while (examples.hasNext()) {
      range.add(network, examples.next());
    }
    range.set(network);
  }

  private void add(MultiLayerNetwork network, DataSet batch) {
    INDArray features =
        network
            .feedForward(batch.getFeatures(), batch.getFeaturesMaskArray(), null)
            .get(layer)
            .castTo(DataType.DOUBLE);
    INDArray least = features.min(true, 0);
    INDArray most = features.max(true, 0);
    INDArray total = features.sum(true, 0);
    INDArray energy = features.mul(features).sum(true, 0);
    boolean first = examples == 0;
    lower = first ? least : Nd4j.math().min(lower, least);
    upper = first ? most : Nd4j.math().max(upper, most);
    sum = first ? total : sum.addi(total);
    squares = first ? energy : squares.addi(energy);
    examples += features.size(0);
  }

  private void set(MultiLayerNetwork network) {
    double[] least = lower.toDoubleVector();
    double[] most = upper.toDoubleVector();
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
    if (isElementWise(network, layer + 1)) {
      standardise(network, factor, offset);
    }
  }

  private static boolean isElementWise(MultiLayerNetwork network, int index) {
    Layer layer = network.getLayer(index).conf().getLayer();
    Layer inner = layer instanceof FrozenLayer frozen ? frozen.getLayer() : layer;
    return inner instanceof ElementWiseMultiplicationLayer;
  }

  /** s = (y - mean) / deviation of y = w f + c. */
  private void standardise(MultiLayerNetwork network, double[] w, double[] c) {
    double[] factor = new double[w.length];
    double[] offset = new double[w.length];
    for (int j = 0; j < w.length; j++) {
      double mean = sum.getDouble(j) / examples;
      double variance = squares.getDouble(j) / examples - mean * mean;
      double deviation = w[j] * Math.sqrt(Math.max(0, variance));
      if (deviation > SMALLEST_WIDTH) {
        factor[j] = 1 / deviation;
        offset[j] = -(w[j] * mean + c[j]) / deviation;
      }
    }
    setParams(network, layer + 1, factor, offset);
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
