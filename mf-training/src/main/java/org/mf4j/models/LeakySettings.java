package org.mf4j.models;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * The leaky integrator (Jaeger et al., Neural Networks 20, 335, 2007): h(t+1) = (1 - alpha) h(t) +
 * alpha tanh(x(t+1) W + h(t) RW + b).
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
  public BaseRecurrentLayer layer(int nIn, int units, SeededRandom random) {
    return new LeakyRnn.Builder().nIn(nIn).nOut(units).leakRate(leakRate).build();
  }

  @Override
  public Map<String, Object> describe() {
    return Map.of("leakRate", leakRate);
  }
}
