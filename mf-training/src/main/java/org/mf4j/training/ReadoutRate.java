package org.mf4j.training;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.options.Require;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * The learning rate of a readout whose states are small.
 *
 * <p>Adam moves every weight by about the learning rate, whatever its gradient. Outputs that differ
 * by 1 take weights of 1 over the size of the states: a memristive layer that has moved by a
 * thousandth after a short series, as the papers' settings for JapaneseVowels make it, would need
 * hundreds of times the updates of one whose states are of the usual size. So the readout's
 * learning rate is that of the other layers times .03 / r, where r is the root mean square of its
 * inputs before training: at least 1 and at most {@link TrainingOptions#readoutRate} times.
 */
public final class ReadoutRate {
  /** Of networks that learn well by one rate, r is about .03 to .4. */
  private static final double USUAL = 0.03;

  private final TrainingOptions options;
  private final int series;

  /**
   * The rule.
   *
   * @param options how the network will be trained
   * @param series the size of the training set, at least 1
   */
  public ReadoutRate(TrainingOptions options, int series) {
    this.options = options;
    this.series = Require.positive("series", series);
  }

  /**
   * Sets it.
   *
   * @param network untrained, with the optimiser of the options; its last layer is the readout
   * @param examples series that it will be trained on, of which the first batch is looked at
   */
  public void applyTo(MultiLayerNetwork network, DataSetIterator examples) {
    if (options.readoutRate() == 1) {
      return;
    }
    double factor = Math.min(options.readoutRate(), USUAL / size(network, examples.next()));
    if (factor > 1) {
      network.setLearningRate(network.getnLayers() - 1, options.scheduleFor(series, factor));
    }
  }

  /** The root mean square of what the readout reads. */
  private static double size(MultiLayerNetwork network, DataSet examples) {
    int readout = network.getnLayers() - 1;
    network.setLayerMaskArrays(examples.getFeaturesMaskArray(), null);
    INDArray read =
        network.feedForwardToLayer(readout - 1, examples.getFeatures(), false).get(readout);
    network.clearLayerMaskArrays();
    return read.norm2Number().doubleValue() / Math.sqrt((double) read.length());
  }
}
