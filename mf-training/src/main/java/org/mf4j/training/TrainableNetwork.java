package org.mf4j.training;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.CellRnn;
import org.mf4j.networks.Head;
import org.mf4j.networks.Optimiser;
import org.mf4j.networks.RandomMatrix;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network of backpropagation through time, initialised as the papers' Keras code does: W and RW
 * from N(0, 0.05<sup>2</sup>), b zero, the readout Glorot uniform: U[-v, v] with v = sqrt(6 / (N +
 * K)), its bias zero.
 */
public final class TrainableNetwork {
  private static final double RECURRENT_STD = 0.05;

  private TrainableNetwork() {}

  /**
   * Assembles the network.
   *
   * @param recurrent the layer, as for {@link SeriesNetwork#frozen}
   * @param head what the output layer computes
   * @param outputs K, the number of outputs, at least 1
   * @param optimiser how it will be trained
   * @param random where the weights come from
   * @return a network in single precision, input {@code [B,nIn,T]}, output {@code [B,K]}
   */
  public static MultiLayerNetwork assemble(
      BaseRecurrentLayer recurrent,
      Head head,
      int outputs,
      Optimiser optimiser,
      SeededRandom random) {
    return assemble(recurrent, weights(recurrent, random), head, outputs, optimiser, random);
  }

  /**
   * Assembles a network whose recurrent weights start otherwise.
   *
   * @param recurrent the layer, as above
   * @param weights what its weights start from
   * @param head what the output layer computes
   * @param outputs K, the number of outputs, at least 1
   * @param optimiser how it will be trained
   * @param random where the weights of the readout come from
   * @return a network in single precision, input {@code [B,nIn,T]}, output {@code [B,K]}
   */
  static MultiLayerNetwork assemble(
      BaseRecurrentLayer recurrent,
      RecurrentWeights weights,
      Head head,
      int outputs,
      Optimiser optimiser,
      SeededRandom random) {
    return withReadout(
        SeriesNetwork.trainable(recurrent, weights, head, outputs, optimiser),
        (int) recurrent.getNOut(),
        outputs,
        random);
  }

  /**
   * Assembles a network of two such layers, one of which reads series backwards.
   *
   * @param recurrent the layer, as above; both are of its kind, each with weights of its own
   * @param head what the output layer computes
   * @param outputs K, the number of outputs, at least 1
   * @param optimiser how it will be trained
   * @param random where the weights come from
   * @return a network in single precision, input {@code [B,nIn,T]}, output {@code [B,K]}
   */
  public static MultiLayerNetwork bidirectional(
      BaseRecurrentLayer recurrent,
      Head head,
      int outputs,
      Optimiser optimiser,
      SeededRandom random) {
    RecurrentWeights forward = weights(recurrent, random);
    RecurrentWeights backward = weights(recurrent, random);
    return withReadout(
        SeriesNetwork.bidirectional(recurrent, forward, backward, head, outputs, optimiser),
        2 * (int) recurrent.getNOut(),
        outputs,
        random);
  }

  private static MultiLayerNetwork withReadout(
      MultiLayerNetwork network, int units, int outputs, SeededRandom random) {
    double glorot = Math.sqrt(6.0 / (units + outputs));
    network.setParam(
        (network.getnLayers() - 1) + "_W",
        Nd4j.create(RandomMatrix.uniform(units, outputs, glorot, random.split())));
    return network;
  }

  private static RecurrentWeights weights(BaseRecurrentLayer recurrent, SeededRandom random) {
    int nIn = (int) recurrent.getNIn();
    int units = (int) recurrent.getNOut();
    double[] bias = bias(recurrent, units);
    return new RecurrentWeights(
        RandomMatrix.gaussian(nIn, bias.length, RECURRENT_STD, random.split()),
        RandomMatrix.gaussian(units, bias.length, RECURRENT_STD, random.split()),
        new double[][] {bias});
  }

  /** One number per pre-activation of every neuron; only the biases of gates do not start at 0. */
  private static double[] bias(BaseRecurrentLayer recurrent, int units) {
    if (!(recurrent instanceof CellRnn rnn)) {
      return new double[units];
    }
    double[] bias = new double[rnn.cell().preActivations() * units];
    Arrays.setAll(bias, i -> rnn.initialBias(i / units));
    return bias;
  }
}
