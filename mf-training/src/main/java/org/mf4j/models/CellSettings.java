package org.mf4j.models;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.ReservoirOptions;

/**
 * The recurrent cell of a model. To give the commands another cell, write a record that implements
 * this interface, with its numbers as {@link Setting}s, and a row in {@link ModelKind} for each way
 * in which it learns; searches, files, journals and options follow from these two.
 */
public interface CellSettings {
  /**
   * The DL4J layer of this cell.
   *
   * @param nIn the number of input channels
   * @param units the number of neurons N
   * @param random where constants that differ from neuron to neuron come from; a cell whose neurons
   *     are alike takes nothing from it
   * @return the layer's configuration, parameters {@code "W"} [nIn,N], {@code "RW"} [N,N], {@code
   *     "b"} [1,N]
   */
  BaseRecurrentLayer layer(int nIn, int units, SeededRandom random);

  /**
   * What a model of this cell is called.
   *
   * @param trained whether its recurrent weights are trained, or those of a reservoir
   * @return the kind
   */
  ModelKind kind(boolean trained);

  /** {@return the numbers of this cell, in the order in which the papers list them} */
  List<Setting<?>> settings();

  /**
   * What theory says against a reservoir of this cell, whatever is drawn.
   *
   * @param reservoir how the weights are drawn
   * @param train series without missing values
   * @return one sentence, or nothing
   */
  default Optional<String> obstacle(ReservoirOptions reservoir, SeriesSet train) {
    return Optional.empty();
  }

  /**
   * What theory says against a reservoir that was drawn and sees the series as they are.
   *
   * @param layer the layer of this cell
   * @param weights its weights
   * @param train series without missing values
   * @return one sentence, or nothing
   */
  default Optional<String> obstacle(
      BaseRecurrentLayer layer, RecurrentWeights weights, SeriesSet train) {
    return Optional.empty();
  }
}
