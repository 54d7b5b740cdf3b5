package org.mf4j.networks;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What the output layer computes, and the loss that goes with it. */
public enum Head {
  /** Identity and mean squared error: regression, and every readout that is solved. */
  LINEAR(Activation.IDENTITY, LossFunction.MSE),
  /** One sigmoid unit and binary cross-entropy: the probability of the second of two classes. */
  BINARY(Activation.SIGMOID, LossFunction.XENT),
  /** Softmax and cross-entropy: the probabilities of all classes. */
  SOFTMAX(Activation.SOFTMAX, LossFunction.MCXENT);

  private final Activation activation;
  private final LossFunction loss;

  Head(Activation activation, LossFunction loss) {
    this.activation = activation;
    this.loss = loss;
  }

  void applyTo(BaseOutputLayer layer) {
    layer.setActivationFn(activation.getActivationFunction());
    layer.setLossFn(loss.getILossFunction());
  }

  OutputLayer layer(int units, int outputs) {
    return new OutputLayer.Builder(loss).activation(activation).nIn(units).nOut(outputs).build();
  }
}
