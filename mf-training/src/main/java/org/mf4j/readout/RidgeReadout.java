package org.mf4j.readout;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.options.Require;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Solves the output layer of a network by ridge regression on what the layer before it emits. The
 * output layer must be linear (activation identity); afterwards the network is an ordinary one,
 * which DL4J saves, loads and runs.
 *
 * @param lambda the penalty, 0 or above; the papers use 1
 */
public record RidgeReadout(double lambda) {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if lambda is negative or not finite
   */
  public RidgeReadout {
    Require.nonNegative("lambda", lambda);
  }

  /**
   * Fits the output layer. Classes are regressed one against the rest on labels +1 and -1 ({@code
   * TargetCoding.PLUS_MINUS_ONE}), so that the largest output names the class.
   *
   * @param network the network; its output layer's parameters are replaced
   * @param examples features, with masks where lengths differ, and labels {@code [B,K]}, regressed
   *     as they are; read once from its start
   * @throws IllegalArgumentException if the network does not end in a linear output layer, or
   *     lambda is too small for dependent features
   */
  public void fit(MultiLayerNetwork network, DataSetIterator examples) {
    int output = network.getnLayers() - 1;
    BaseOutputLayer layer = linearOutput(network.getLayer(output).conf().getLayer());
    NormalEquations equations = new NormalEquations((int) layer.getNIn(), (int) layer.getNOut());
    examples.reset();
    while (examples.hasNext()) {
      DataSet batch = examples.next();
      INDArray features =
          network.feedForward(batch.getFeatures(), batch.getFeaturesMaskArray(), null).get(output);
      equations.add(features, batch.getLabels());
    }
    LinearModel model = equations.solve(lambda);
    network.setParam(output + "_W", model.weights());
    network.setParam(output + "_b", model.intercept());
  }

  private static BaseOutputLayer linearOutput(Layer layer) {
    if (layer instanceof BaseOutputLayer output
        && output.getActivationFn() instanceof ActivationIdentity) {
      return output;
    }
    throw new IllegalArgumentException(
        "network: its last layer is no output layer with activation identity, which is what a"
            + " ridge readout solves");
  }
}
