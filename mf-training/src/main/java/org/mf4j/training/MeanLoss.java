package org.mf4j.training;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/** The loss of a network as it is. */
final class MeanLoss {
  private MeanLoss() {}

  /** The mean over the series, by a pass of its own. */
  static double of(MultiLayerNetwork network, DataSetIterator examples) {
    double sum = 0;
    long series = 0;
    examples.reset();
    while (examples.hasNext()) {
      DataSet batch = examples.next();
      sum += network.score(batch, false) * batch.numExamples();
      series += batch.numExamples();
    }
    return sum / series;
  }
}
