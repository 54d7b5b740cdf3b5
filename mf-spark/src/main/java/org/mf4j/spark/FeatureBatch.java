package org.mf4j.spark;

import java.io.Serializable;
import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.readout.NetworkFeatures;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What the recurrent layer of a network makes of some series, and their labels: on the heap, where
 * Spark can measure it, keep it, and write it to a disk.
 */
final class FeatureBatch implements Serializable {
  private static final long serialVersionUID = 1;

  private final int layer;
  private final int series;
  private final float[] features;
  private final float[] labels;

  /** Features {@code [n,N]} and labels {@code [n,K]}, as a layer of the network takes them. */
  FeatureBatch(int layer, DataSet some) {
    this.layer = layer;
    this.series = some.numExamples();
    this.features = some.getFeatures().dup('c').data().asFloat();
    this.labels = some.getLabels().dup('c').data().asFloat();
  }

  /** What the layer before the output layer of the network makes of it. */
  NetworkFeatures throughRest(MultiLayerNetwork network) {
    DataSet one = new DataSet(features(), matrix(labels));
    return NetworkFeatures.of(network, layer, new ExistingDataSetIterator(List.of(one)));
  }

  /** The same, where no layer is in between. */
  NetworkFeatures asTheyAre() {
    return new NetworkFeatures(features(), matrix(labels));
  }

  /** {@return {@code [n,N]}} */
  INDArray features() {
    return matrix(features);
  }

  private INDArray matrix(float[] values) {
    return Nd4j.create(values, new long[] {series, values.length / series}, 'c');
  }
}
