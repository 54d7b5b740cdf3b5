package org.mf4j.training;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Remembers the weights of the lowest loss over some series, those that training starts from
 * included.
 */
final class BestWeights {
  private final MultiLayerNetwork network;
  private final DataSetIterator examples;
  private final INDArray weights;
  private double lowest;

  BestWeights(MultiLayerNetwork network, DataSetIterator examples) {
    this.network = network;
    this.examples = examples;
    this.weights = network.params().dup();
    this.lowest = MeanLoss.of(network, examples);
  }

  /** {@return the mean loss over the series that the weights have as they are now} */
  double measure() {
    double loss = MeanLoss.of(network, examples);
    // A start that is not finite loses to anything that is.
    if (loss < lowest || Double.isNaN(lowest)) {
      lowest = loss;
      weights.assign(network.params());
    }
    return loss;
  }

  /** Puts the best weights back; returns their loss. */
  double restore() {
    network.params().assign(weights);
    return lowest;
  }
}
