package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeReadout;
import org.mf4j.reservoir.ReservoirNetwork;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.training.EpochListener;

/**
 * Reservoir computing as in the papers: the last state is read, the recurrent weights are drawn and
 * stay, the readout is solved by ridge regression.
 *
 * @param reservoir how the weights are drawn
 * @param lambda the penalty of the ridge regression, 0 or above; the papers use 1
 */
public record ReservoirLearning(ReservoirOptions reservoir, double lambda) implements Learning {
  /** Large, for efficient products: the states of a reservoir are not kept. */
  private static final int BATCH_SIZE = 256;

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if lambda is negative or not finite
   */
  public ReservoirLearning {
    Require.nonNegative("lambda", lambda);
  }

  @Override
  public MultiLayerNetwork fit(
      CellSettings cell, int units, SeriesSet train, SeededRandom random, EpochListener listener) {
    MultiLayerNetwork network = unread(cell, units, train, random);
    new RidgeReadout(lambda).fit(network, examples(train));
    return network;
  }

  /** The network with an output layer of zeros. */
  MultiLayerNetwork unread(CellSettings cell, int units, SeriesSet train, SeededRandom random) {
    BaseRecurrentLayer layer = cell.layer(train.channels(), units, random);
    MultiLayerNetwork network =
        ReservoirNetwork.assemble(layer, reservoir, coding(train).columns(train), random);
    if (cell instanceof MemristiveSettings memristive) {
      MemoryFactor.require(memristive.dynamics(), network, train);
    }
    return network;
  }

  static SeriesIterator examples(SeriesSet set) {
    return SeriesIterator.inOrder(set, coding(set), BATCH_SIZE);
  }

  private static TargetCoding coding(SeriesSet set) {
    return set.isClassification() ? TargetCoding.PLUS_MINUS_ONE : TargetCoding.REGRESSION;
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.putAll(reservoir.describe());
    options.put("lambda", lambda);
    return options;
  }
}
