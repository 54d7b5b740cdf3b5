package org.mf4j.reservoir;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.RecurrentStack;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.random.SeededRandom;

/** The networks of reservoir computing. */
public final class ReservoirNetwork {
  private ReservoirNetwork() {}

  /**
   * Assembles a frozen recurrent layer with drawn weights, its last time step, and a linear output
   * layer that a readout has yet to solve; until then it puts out zeros.
   *
   * @param recurrent the layer, as for {@link SeriesNetwork#frozen}
   * @param options how its weights are drawn
   * @param outputs K, the number of outputs, at least 1
   * @param random where the weights come from
   * @return a network in single precision, input {@code [B,nIn,T]}, output {@code [B,K]}
   */
  public static MultiLayerNetwork assemble(
      BaseRecurrentLayer recurrent, ReservoirOptions options, int outputs, SeededRandom random) {
    RecurrentWeights weights =
        options.draw((int) recurrent.getNIn(), (int) recurrent.getNOut(), random);
    return SeriesNetwork.frozen(recurrent, weights, outputs);
  }

  /**
   * Assembles a deep reservoir: a frozen stack of recurrent layers, each with weights of its own,
   * the last states of all of them, and a linear output layer that a readout has yet to solve.
   *
   * @param stack the layers, each as for {@link SeriesNetwork#frozen}, the first with nIn set
   * @param options how the weights of each layer are drawn, one per layer; the input weights of a
   *     layer above the first are those by which it reads the states below, of [0, 1] where neurons
   *     are memristive
   * @param outputs K, the number of outputs, at least 1
   * @param random where the weights come from; every layer has a generator of its own, so that the
   *     options of one change the weights of no other
   * @return a network in single precision, input {@code [B,nIn,T]}, output {@code [B,K]}
   * @throws IllegalArgumentException if there are more or fewer options than layers
   */
  public static MultiLayerNetwork assemble(
      RecurrentStack stack, List<ReservoirOptions> options, int outputs, SeededRandom random) {
    List<BaseRecurrentLayer> layers = stack.getLayers();
    if (options.size() != layers.size()) {
      throw new IllegalArgumentException(
          "options: "
              + options.size()
              + " for a stack of "
              + layers.size()
              + " layers; give one each");
    }
    List<RecurrentWeights> weights = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      BaseRecurrentLayer layer = layers.get(i);
      weights.add(options.get(i).draw((int) layer.getNIn(), (int) layer.getNOut(), random.split()));
    }
    return SeriesNetwork.frozen(stack, weights, outputs);
  }
}
