package org.mf4j.networks;

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

  private FeatureRange() {}

  /**
   * Finds the ranges and lets the network map each to [-1, 1] and clip what lies outside. A feature
   * that does not vary becomes 0.
   *
   * @param network a {@link SeriesNetwork} that clips its features, with its recurrent weights
   * @param examples the training set, with masks where lengths differ; read once from the start
   */
  public static void fit(MultiLayerNetwork network, DataSetIterator examples) {
    INDArray lower = null;
    INDArray upper = null;
    examples.reset();
    while (examples.hasNext()) {
      INDArray features = features(network, examples.next());
      INDArray least = features.min(true, 0);
      INDArray most = features.max(true, 0);
      lower = lower == null ? least : Nd4j.math().min(lower, least);
      upper = upper == null ? most : Nd4j.math().max(upper, most);
    }
    set(network, lower.toDoubleVector(), upper.toDoubleVector());
  }

  private static INDArray features(MultiLayerNetwork network, DataSet batch) {
    return network
        .feedForward(batch.getFeatures(), batch.getFeaturesMaskArray(), null)
        .get(layer(network))
        .castTo(DataType.DOUBLE);
  }

  private static void set(MultiLayerNetwork network, double[] lower, double[] upper) {
    double[] factor = new double[lower.length];
    double[] offset = new double[lower.length];
    for (int j = 0; j < lower.length; j++) {
      double width = upper[j] - lower[j];
      double size = Math.max(1, Math.max(Math.abs(lower[j]), Math.abs(upper[j])));
      if (width > SMALLEST_WIDTH * size) {
        factor[j] = 2 / width;
        offset[j] = -(upper[j] + lower[j]) / width;
      }
    }
    setParam(network, "_W", factor);
    setParam(network, "_b", offset);
  }

  /** The one before the output layer; what it reads is the activation of the same index. */
  private static int layer(MultiLayerNetwork network) {
    return network.getnLayers() - 2;
  }

  private static void setParam(MultiLayerNetwork network, String name, double[] values) {
    String key = layer(network) + name;
    network.setParam(key, Nd4j.create(values).reshape(network.getParam(key).shape()));
  }
}
