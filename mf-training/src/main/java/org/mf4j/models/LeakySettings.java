package org.mf4j.models;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.mf4j.options.Require;
import org.nd4j.linalg.activations.Activation;

/**
 * The leaky integrator: h(t+1) = (1 - alpha) h(t) + alpha tanh(x(t+1) W + h(t) RW + b).
 *
 * @param leakRate alpha, in (0, 1]; 1 is the plain tanh network
 */
public record LeakySettings(double leakRate) implements CellSettings {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if the leak rate is not in (0, 1]
   */
  public LeakySettings {
    Require.fraction("leakRate", leakRate);
  }

  @Override
  public BaseRecurrentLayer layer(int nIn, int units) {
    if (leakRate != 1) {
      throw new UnsupportedOperationException("LeakyRnn has not landed");
    }
    return new SimpleRnn.Builder().nIn(nIn).nOut(units).activation(Activation.TANH).build();
  }

  @Override
  public Map<String, Object> describe() {
    return Map.of("leakRate", leakRate);
  }
}
