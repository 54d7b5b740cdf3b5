package org.mf4j.readout;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What the layer before the output layer of a network emits for some examples, kept in memory to be
 * read more than once.
 *
 * @param features {@code [n,N]}
 * @param labels {@code [n,K]}
 */
public record NetworkFeatures(INDArray features, INDArray labels) {
  /**
   * Computes them.
   *
   * @param network the network
   * @param examples as for {@link RidgeReadout#fit}; read from the start
   * @return the features and labels of all examples
   * @throws IllegalArgumentException if the network does not end in a linear output layer
   */
  public static NetworkFeatures of(MultiLayerNetwork network, DataSetIterator examples) {
    return of(network, 0, examples);
  }

  /**
   * Computes them from what has run through the first layers already.
   *
   * @param network the network
   * @param layer as for {@link RidgeReadout#fit(MultiLayerNetwork, int, DataSetIterator)}
   * @param examples as there; read from the start
   * @return the features and labels of all examples
   * @throws IllegalArgumentException if the network does not end in a linear output layer
   */
  public static NetworkFeatures of(MultiLayerNetwork network, int layer, DataSetIterator examples) {
    RidgeReadout.requireLinearOutput(network);
    List<INDArray> features = new ArrayList<>();
    List<INDArray> labels = new ArrayList<>();
    new RowSource.Network(network, layer, examples)
        .forEach(
            (x, y, weights) -> {
              features.add(x.dup());
              labels.add(y);
            });
    return new NetworkFeatures(Nd4j.vstack(features), Nd4j.vstack(labels));
  }
}
