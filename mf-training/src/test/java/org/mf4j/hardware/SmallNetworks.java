package org.mf4j.hardware;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.GatedMemristiveRnn;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.layers.RecurrentStack;
import org.mf4j.layers.StateSummary;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks of two channels and two outputs, with every wrapper that holds recurrent layers. */
final class SmallNetworks {
  static final int UNITS = 8;

  private SmallNetworks() {}

  static Map<String, MultiLayerNetwork> all() {
    return Map.of(
        "last step", network(new LastTimeStep(memristive()), UNITS),
        "frozen summary", network(new FrozenLayer(new StateSummary(memristive())), 6 * UNITS),
        "two directions",
            network(
                new LastTimeStep(new Bidirectional(Bidirectional.Mode.ADD, memristive())), UNITS),
        "stack",
            network(
                new StateSummary(new RecurrentStack(memristive(), leaky(UNITS))), 6 * 2 * UNITS),
        "tanh", network(new LastTimeStep(leaky(2)), UNITS),
        "gates", network(new LastTimeStep(gated()), UNITS),
        "LSTM",
            network(
                new LastTimeStep(
                    new LSTM.Builder().nIn(2).nOut(UNITS).activation(Activation.TANH).build()),
                UNITS));
  }

  static MemristiveRnn memristive() {
    return new MemristiveRnn.Builder().nIn(2).nOut(UNITS).build();
  }

  static GatedMemristiveRnn gated() {
    return new GatedMemristiveRnn.Builder().nIn(2).nOut(UNITS).build();
  }

  private static LeakyRnn leaky(int nIn) {
    return new LeakyRnn.Builder().nIn(nIn).nOut(UNITS).build();
  }

  static MultiLayerNetwork network(Layer layer, int features) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.1))
                .list()
                .layer(layer)
                .layer(
                    new OutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(features)
                        .nOut(2)
                        .build())
                .build());
    network.init();
    network.setParams(random(3, network.numParams(), 1));
    return network;
  }

  /** {@code [5,2,7]}. */
  static INDArray series() {
    return random(4, 5 * 2 * 7, 1).reshape(5, 2, 7);
  }

  private static INDArray random(long seed, long count, double std) {
    SeededRandom random = new SeededRandom(seed);
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = std * random.nextGaussian();
    }
    return Nd4j.createFromArray(values).castTo(DataType.FLOAT).reshape(1, count);
  }
}
