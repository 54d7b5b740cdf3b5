package org.mf4j.hardware;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reading is noisy: every use of a device finds g + N(0, sigma^2), so that of a weight w + N(0, 2
 * sigma^2 max |w|^2). A use is a pass of a batch through the network, in which every step of every
 * series sees the same weights; {@link NoisyWeights} draws.
 *
 * @param sigma 0 or above, in units of G_max - G_min
 */
public record ReadNoise(double sigma) implements LayerNonideality {
  /**
   * The deviation is 0 or above.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public ReadNoise {
    Require.nonNegative("sigma", sigma);
  }

  @Override
  public void deviate(BaseLayer layer, Map<String, INDArray> parameters, SeededRandom random) {
    layer.setWeightNoise(NoisyWeights.always(sigma, random.nextLong()));
  }
}
