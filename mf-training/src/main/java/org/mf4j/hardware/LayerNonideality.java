package org.mf4j.hardware;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What happens to a layer as a whole: to its neurons, or whenever its weights are used. */
public non-sealed interface LayerNonideality extends Nonideality {
  /**
   * Changes a layer of the copy in place.
   *
   * @param layer its configuration, which belongs to the copy alone
   * @param parameters its parameters by their names, views that belong to the copy alone
   * @param random where random numbers come from
   */
  void deviate(BaseLayer layer, Map<String, INDArray> parameters, SeededRandom random);
}
