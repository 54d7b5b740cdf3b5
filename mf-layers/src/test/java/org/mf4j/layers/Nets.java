package org.mf4j.layers;

import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.engine.ReferenceRun;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The small networks that the contract suite trains. */
final class Nets {
  private Nets() {}

  static NeuralNetConfiguration.Builder configuration(DataType dataType) {
    return new NeuralNetConfiguration.Builder()
        .seed(12)
        .dataType(dataType)
        .activation(Activation.TANH)
        .weightInit(new NormalDistribution(0, 0.7))
        .biasInit(0.1)
        .updater(new Sgd(1.0));
  }

  /** The layers one after the other, for series of N_IN channels. */
  static MultiLayerNetwork of(NeuralNetConfiguration.Builder configuration, Layer... layers) {
    return of(configuration, InputType.recurrent(LayerCase.N_IN), layers);
  }

  static MultiLayerNetwork of(
      NeuralNetConfiguration.Builder configuration, InputType input, Layer... layers) {
    MultiLayerNetwork net =
        new MultiLayerNetwork(configuration.list(layers).setInputType(input).build());
    net.init();
    return net;
  }

  static MultiLayerNetwork of(LayerCase layerCase, Layer... layers) {
    return of(configuration(layerCase.dataType()), layers);
  }

  /** The same network under another workspace mode. */
  static MultiLayerNetwork of(LayerCase layerCase, WorkspaceMode mode, Layer... layers) {
    return of(
        configuration(layerCase.dataType())
            .trainingWorkspaceMode(mode)
            .inferenceWorkspaceMode(mode),
        layers);
  }

  /** Truncated backpropagation through time. */
  static MultiLayerNetwork truncated(
      LayerCase layerCase, int forward, int backward, Layer... layers) {
    MultiLayerConfiguration configuration =
        configuration(layerCase.dataType())
            .list(layers)
            .backpropType(BackpropType.TruncatedBPTT)
            .tBPTTForwardLength(forward)
            .tBPTTBackwardLength(backward)
            .setInputType(InputType.recurrent(LayerCase.N_IN))
            .build();
    MultiLayerNetwork net = new MultiLayerNetwork(configuration);
    net.init();
    return net;
  }

  static Layer lastStep(Layer layer) {
    return new LastTimeStep(layer);
  }

  /** Two classes per series. */
  static OutputLayer output() {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nOut(2)
        .activation(Activation.SOFTMAX)
        .build();
  }

  /** Two classes per step. */
  static RnnOutputLayer outputPerStep() {
    return new RnnOutputLayer.Builder(LossFunction.MCXENT)
        .nOut(2)
        .activation(Activation.SOFTMAX)
        .build();
  }

  /** The gradient of the score with respect to all parameters. */
  static INDArray gradient(MultiLayerNetwork net, DataSet data) {
    net.setInput(data.getFeatures());
    net.setLabels(data.getLabels());
    net.setLayerMaskArrays(data.getFeaturesMaskArray(), data.getLabelsMaskArray());
    net.computeGradientAndScore();
    INDArray gradient = net.gradient().gradient().dup();
    net.clearLayerMaskArrays();
    return gradient;
  }

  /** What the plain reference makes of the first layer of a network with that network's weights. */
  static INDArray reference(
      ReferenceRun.Step step,
      MultiLayerNetwork net,
      INDArray x,
      INDArray mask,
      INDArray initialState) {
    return ReferenceRun.of(
            step,
            net.getParam("0_W"),
            net.getParam("0_RW"),
            net.getParam("0_b"),
            x,
            mask,
            initialState)
        .activations();
  }
}
