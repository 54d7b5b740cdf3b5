package org.mf4j.reservoir;

import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.networks.LastStateNetwork;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;

/** The network of reservoir computing. */
public final class ReservoirNetwork {
  private ReservoirNetwork() {}

  /**
   * Assembles a frozen recurrent layer with drawn weights, its last time step, and a linear output
   * layer that a readout has yet to solve; until then it puts out zeros.
   *
   * @param recurrent the layer, as for {@link LastStateNetwork#frozen}
   * @param options how its weights are drawn
   * @param outputs K, the number of outputs, at least 1
   * @param random where the weights come from
   * @return a network in single precision, input {@code [B,nIn,T]}, output {@code [B,K]}
   */
  public static MultiLayerNetwork assemble(
      BaseRecurrentLayer recurrent, ReservoirOptions options, int outputs, SeededRandom random) {
    RecurrentWeights weights =
        options.draw((int) recurrent.getNIn(), (int) recurrent.getNOut(), random);
    return LastStateNetwork.frozen(recurrent, weights, outputs);
  }
}
