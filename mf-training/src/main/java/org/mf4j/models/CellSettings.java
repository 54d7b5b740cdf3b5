package org.mf4j.models;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.random.SeededRandom;

/** The recurrent cell of a model. */
public sealed interface CellSettings
    permits MemristiveSettings, HeterogeneousSettings, LeakySettings {
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
   * The constants of the cell by their names.
   *
   * @return names and values, in the order in which the papers list them
   */
  Map<String, Object> describe();
}
